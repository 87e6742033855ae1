using Answers;
using Bot.Knowledge;
using Microsoft.Extensions.Options;

namespace Bot.AzureAnswers;

/// <summary>Holds the project's answer against the engine's outcome.</summary>
public sealed class AzureAnswerer(AzureQuestions questions, AzureAnswersState state, IOptions<AzureAnswersOptions> options, ILogger<AzureAnswerer> log)
{
    private string? _saidFor;

    /// <summary>Switched on.</summary>
    public bool IsOn => questions.AreAsked;

    /// <summary>Questions that the engine would refuse may go there too.</summary>
    public bool TakesRefused => options.Value.Refused;

    /// <returns>Null where the engine's outcome stands.</returns>
    public async Task<AzureDecision?> DecideAsync(string question, Outcome engine, KnowledgeSnapshot snapshot, CancellationToken ct)
    {
        if (await questions.AskAsync(question, ct) is not { } found) return null;
        if (AzureDecision.IsOfAnotherRelease(found, snapshot)) SayOnce(snapshot.Revision);
        return Counted(AzureDecision.Of(found, engine, snapshot, options.Value));
    }

    /// <summary>What a button on one of the project's answers leads to.</summary>
    /// <param name="qnaId">The pair.</param>
    /// <param name="previous">The pair that the button stood on.</param>
    /// <param name="snapshot">What is served.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Null where it cannot be had.</returns>
    public async Task<AzureDecision?> FollowAsync(int qnaId, int? previous, KnowledgeSnapshot snapshot, CancellationToken ct)
    {
        if (await questions.FollowAsync(qnaId, previous, ct) is not { } found) return null;
        return Counted(AzureDecision.Pressed(found, snapshot.Engine.Ask(found.Count > 0 ? found[0].Question : ""), snapshot));
    }

    private AzureDecision? Counted(AzureDecision? decision)
    {
        state.WasUsed(decision is not null);
        return decision;
    }

    private void SayOnce(string revision)
    {
        if (Interlocked.Exchange(ref _saidFor, revision) != revision) Log.OfAnotherRelease(log);
    }
}
