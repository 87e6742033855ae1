namespace Bot.Storage.Personal;

/// <summary>Where a personal detail stands in the folded text; End is exclusive.</summary>
internal readonly record struct Detail(int Start, int End, PersonalDetailKinds Kind);
