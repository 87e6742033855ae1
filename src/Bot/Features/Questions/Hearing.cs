using Answers;
using Bot.AzureAnswers;
using Bot.Knowledge;
using Bot.Knowledge.Records;
using Bot.Knowledge.Releases;

namespace Bot.Features.Questions;

/// <summary>Reads what a message asks: by the engine always, and by Azure question answering where it is switched on and the question may go there.</summary>
public sealed class Hearing(KnowledgeStore knowledge, AzureAnswerer azure)
{
    // Governors' guidance belongs to their workspace, and signposts say whom to ask instead of answering.
    private static readonly string[] KeptTopics = ["governors", "signposts"];
    private const double LooksStrange = 0.5;

    /// <summary>What is served now.</summary>
    public KnowledgeSnapshot Snapshot => knowledge.Current;

    /// <param name="message">Without personal details.</param>
    /// <param name="snapshot">Of this turn.</param>
    /// <param name="last">What the message may lean on.</param>
    /// <param name="isClean">Nothing personal was in it, so it may leave the service.</param>
    /// <param name="ct">The turn's end.</param>
    internal async ValueTask<IReadOnlyList<Heard>> HearAsync(string message, KnowledgeSnapshot snapshot, LastTurn? last, bool isClean, CancellationToken ct)
    {
        var heard = Asking.Of(message, snapshot, last);
        return azure.IsOn && isClean ? await Task.WhenAll(heard.Select(one => BesideAsync(one, snapshot, ct))) : heard;
    }

    /// <summary>What a button on an answer of Azure's leads to; null where it cannot be had.</summary>
    internal Task<AzureDecision?> FollowAsync(int pair, int? previous, KnowledgeSnapshot snapshot, CancellationToken ct) => azure.FollowAsync(pair, previous, snapshot, ct);

    private async Task<Heard> BesideAsync(Heard heard, KnowledgeSnapshot snapshot, CancellationToken ct)
    {
        if (heard.Own is not null || !MayLeave(heard.Plain, snapshot)) return heard;
        return await azure.DecideAsync(heard.Text, heard.Plain, snapshot, ct) is { } decision ? heard with { Plain = decision.Outcome, Azure = decision } : heard;
    }

    // Names are the records' business; what leans on the question before is completed here, without sending that one.
    private bool MayLeave(Outcome outcome, KnowledgeSnapshot snapshot)
    {
        var question = outcome.Reasons.Question;
        if (question.Completed || question.Mentions.Count > 0 || UnknownName.In(outcome, snapshot) is not null) return false;
        return outcome switch
        {
            Answered answered => IsOpen(answered.EntryId, snapshot),
            Unsure unsure => unsure.EntryIds.All(id => IsOpen(id, snapshot)),
            _ => azure.TakesRefused && outcome.Reasons.Strange < LooksStrange && question.Unknown.Count < question.Words.Count,
        };
    }

    private static bool IsOpen(string id, KnowledgeSnapshot snapshot) => snapshot.Find(id) is { } article && !KeptTopics.Contains(article.Topic);
}
