using Bot.Storage;

namespace Bot.Knowledge.Drafts;

/// <summary>One way to ask something, as an editor gives it.</summary>
internal static class Wording
{
    public const int Longest = 300;

    public static string Of(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <returns>Why it cannot be one, in words; null where it can.</returns>
    public static string? Wrong(string wording)
    {
        if (!wording.Any(char.IsLetter)) return "Write the wording as people ask it.";
        if (wording.Length > Longest) return $"The wording has {wording.Length} characters. Use up to {Longest}.";
        if (wording.Any(char.IsControl) || Keys.Text(wording, Longest) != wording) return "The wording holds signs that cannot be kept. Type it anew.";
        return PersonalDetails.Drop(wording).Found == PersonalDetailKinds.None ? null : "The wording looks as if it held personal details. Take them out.";
    }
}
