using System.Text.RegularExpressions;
using Answers;
using Answers.Understanding;
using Bot.Knowledge.Records;
using Bot.Knowledge.Releases;

namespace Bot.Features.Questions;

/// <summary>
/// Whether "my", "our" or "we" in a question stands for the person's own trust: "what's our footprint?", "who are our partners?".
/// The question is read a second time with a trust's name behind it. If records then answer it, and the engine believes that more than
/// the article it found without a name, the trust was meant. "Can our trust just say no to the STP?" stays with its article either way.
/// </summary>
internal static partial class OwnQuestion
{
    // Log-odds. Fitted on the guide's own wordings, on its strangers and on the development set: see tests of Features/Questions.
    private const double Sure = 0.75, Ahead = 0.5, SureOfGuidance = 2;

    // It says how to ask by name; where records can answer, nobody needs it.
    private const string HowToAsk = "find-my-footprint";

    // Their own wordings ask what became of "our STP", of whichever trust.
    private static readonly string[] Descent = ["stp-today", "systems-became"];

    /// <param name="engine">Of the snapshot.</param>
    /// <param name="records">Of the same snapshot.</param>
    /// <param name="text">What was asked.</param>
    /// <param name="plain">What the engine made of it.</param>
    /// <returns>The records' outcome, with a stand-in for the trust; null where no trust was meant.</returns>
    public static Answered? Read(AnswerEngine engine, RecordBook records, string text, Outcome plain)
    {
        if (!OwnWord().IsMatch(text) || OwnPlace().IsMatch(text)) return null;
        // "What's our footprint?" after a question on Leeds is not about Leeds.
        if (plain.Reasons.Question.Completed) plain = engine.Ask(text);
        var standIn = StandIn(records);
        if (plain.Reasons.Question.Mentions.Count > 0) return Compared(engine, text, plain, standIn);
        // "What is our board called?" means the integrated care board; "what does our board decide?" the trust's own directors.
        var asked = OwnBoard().Replace(text.TrimEnd(' ', '?', '!', '.'), "$1 ICB");
        var second = engine.Ask($"{asked}, {standIn.Name}");
        if (second.Reasons.Question.Mentions is not [{ Kind: "trust" }]) return null;
        if (plain is Answered old && Descent.Contains(old.EntryId) && OwnSystem().IsMatch(text)) return new Answered(EntryIds.Records + "became", old.Confidence, second.Reasons);
        if (second is not Answered named || !named.EntryId.StartsWith(EntryIds.Records, StringComparison.Ordinal) || named.Reasons.Score < Sure) return null;
        return plain is not Answered article || article.EntryId == HowToAsk || WhatIsOurs().IsMatch(asked) || (named.Reasons.Score > article.Reasons.Score + Ahead && !IsGuidance(article)) ? named : null;
    }

    /// <summary>The same outcome, about the trust itself.</summary>
    public static Answered About(TrustSubject own, Answered named, RecordBook records)
    {
        var (standIn, itself) = ($"trust:{StandIn(records).Code}", new Mention(own.Name, "trust", [own.Key]));
        var mentions = named.Reasons.Question.Mentions;
        return named with
        {
            Reasons = named.Reasons with
            {
                Question = named.Reasons.Question with { Mentions = mentions.Count == 1 ? [itself] : [.. mentions.Select(m => m.Keys.Contains(standIn) ? itself : m)] },
            },
        };
    }

    private static Trust StandIn(RecordBook records) => records.Set.Trusts.First(t => t.IsOpenNow && t.IsFoundation);

    // "Compare our footprint with South Yorkshire" names the other one only.
    private static Answered? Compared(AnswerEngine engine, string text, Outcome plain, Trust standIn)
    {
        if (plain.Reasons.Question.Mentions.Count != 1 || !Comparing().IsMatch(text)) return null;
        var second = engine.Ask(OwnArea().Replace(text, standIn.Name, 1));
        return second is Answered { EntryId: EntryIds.Records + "compare" } named && named.Reasons.Question.Mentions.Count == 2 ? named : null;
    }

    // "Which system are we in and who are our partners?" is also the first of the eight questions, in nearly its own words.
    private static bool IsGuidance(Answered article) =>
        article.Reasons.Score >= SureOfGuidance && (article.EntryId == EightQuestionsCard.ArticleId || article.EntryId is ['q', >= '1' and <= '8']);

    [GeneratedRegex(@"\b(compare|compared|comparison|difference|versus|vs)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Comparing();

    [GeneratedRegex(@"\bus\b|\b(our|my)\s+((own|nhs)\s+)?(trust|footprint|area|ics|icb|stp|system|board|patch)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OwnArea();

    // Alone, this can only mean which one it is: somebody who wants the word explained says "an ICS".
    [GeneratedRegex(@"^\s*(what|which)('s|\s+is|\s+was)\s+(our|my)\s+(ics|icb|stp|footprint)(\s+(called|named|now|today))*$", RegexOptions.IgnoreCase)]
    private static partial Regex WhatIsOurs();

    // "US" in capitals is a country.
    [GeneratedRegex(@"\b([Oo]ur|OUR|[Mm]y|MY|[Ww]e|WE|us)\b")]
    private static partial Regex OwnWord();

    // Somebody's town may lie elsewhere than their trust.
    [GeneratedRegex(@"\b(our|my)\s+(\w+\s+)?(town|city|village|county|street|house|home|gp|doctor|surgery|mum|dad)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OwnPlace();

    [GeneratedRegex(@"(?<!\bon\s+)\b(our|my)\s+(new\s+)?board(?=(\s+(called|named|now|today))*$)", RegexOptions.IgnoreCase)]
    private static partial Regex OwnBoard();

    [GeneratedRegex(@"\b(our|my)\s+(\w+\s+){0,3}(stps?|ics|footprint|partnership|system)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OwnSystem();
}
