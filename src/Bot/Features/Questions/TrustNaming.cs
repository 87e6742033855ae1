using Bot.Knowledge;
using Bot.Knowledge.Records;

namespace Bot.Features.Questions;

/// <summary>Which trust a name stands for, read as the engine reads names: slips mended, former names and codes known.</summary>
/// <param name="Trusts">All that the whole name can stand for; none where more was said than a trust's name.</param>
/// <param name="Nearby">Open trusts of a place or area that was named instead.</param>
/// <param name="Nation">Where the name lies outside England.</param>
internal sealed record TrustNaming(IReadOnlyList<TrustSubject> Trusts, IReadOnlyList<TrustSubject> Nearby, string? Nation)
{
    private const int MostNearby = 8;

    private static readonly string[] Kinds = ["NHS Trust", "NHS Foundation Trust"];
    private static readonly string[] Beside = ["the", "a", "an", "nhs", "trust", "ft", "foundation", "hospital", "hospitals", "now", "please", "thanks", "it", "it's", "at", "with"];

    public static TrustNaming Of(string name, KnowledgeSnapshot snapshot)
    {
        var question = snapshot.Engine.Ask(name).Reasons.Question;
        var keys = question.Mentions is [var only] && question.Words.All(w => w[0] == '{' || Beside.Contains(w)) ? only.Keys : [];
        var subjects = keys.Select(snapshot.Records.Find).OfType<RecordSubject>().ToArray();
        var abroad = question.Mentions.SelectMany(m => m.Keys).Select(snapshot.Records.Find).OfType<AbroadSubject>().FirstOrDefault();
        IEnumerable<TrustSubject> trusts = subjects.Any(s => s is TrustSubject) ? subjects.OfType<TrustSubject>() : Whole(name, snapshot.Records);
        return new TrustNaming([.. trusts], [.. subjects.Where(s => s is not TrustSubject).SelectMany(s => In(s, snapshot.Records)).Distinct().Take(MostNearby)], abroad?.Nation);
    }

    // "Frimley Health" is an area's name too. Said of one's own trust, it is the trust's.
    private static IEnumerable<TrustSubject> Whole(string name, RecordBook records) => records.Set.Trusts
        .Where(t => t.IsOpenNow && Kinds.Any(kind => t.Name.Equals($"{name.Trim()} {kind}", StringComparison.OrdinalIgnoreCase)))
        .Select(t => records.Find($"trust:{t.Code}")).OfType<TrustSubject>();

    private static IEnumerable<TrustSubject> In(RecordSubject place, RecordBook records) => records.Set.Trusts
        .Where(t => t.IsOpenNow && (t.Town.Equals(place.Name, StringComparison.OrdinalIgnoreCase) || t.Name.Contains(place.Name, StringComparison.OrdinalIgnoreCase)))
        .Select(t => records.Find($"trust:{t.Code}")).OfType<TrustSubject>();
}
