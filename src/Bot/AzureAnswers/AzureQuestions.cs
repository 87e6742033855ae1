using Bot.Telemetry;
using Microsoft.Extensions.Options;

namespace Bot.AzureAnswers;

/// <summary>Asks the project within a deadline of its own. Whatever fails, the caller hears "nothing" and goes on without it.</summary>
public sealed class AzureQuestions(ProjectQuery query, AzureAnswersState state, IOptions<AzureAnswersOptions> options, TimeProvider time)
{
    private readonly TimeSpan _limit = TimeSpan.FromSeconds(options.Value.Seconds);

    /// <summary>Switched on.</summary>
    public bool AreAsked => state.Current.Condition != AzureCondition.Off;

    /// <returns>What it found, best first; null where it could not be asked, or did not answer in time.</returns>
    public Task<IReadOnlyList<FoundAnswer>?> AskAsync(string question, CancellationToken ct) => TryAsync(limit => query.AskAsync(question, limit), ct);

    /// <summary>What a pressed prompt leads to.</summary>
    public Task<IReadOnlyList<FoundAnswer>?> FollowAsync(int qnaId, int? previous, CancellationToken ct) => TryAsync(limit => query.FollowAsync(qnaId, previous, limit), ct);

    private async Task<IReadOnlyList<FoundAnswer>?> TryAsync(Func<CancellationToken, Task<IReadOnlyList<FoundAnswer>>> ask, CancellationToken ct)
    {
        if (!state.MayAsk()) return null;
        using var _ = Stages.Begin(Stages.Azure);
        using var deadline = new CancellationTokenSource(_limit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, deadline.Token);
        try
        {
            var found = await ask(both.Token);
            state.Succeeded();
            return found;
        }
        catch (AzureFault fault)
        {
            state.Broke(fault);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            state.Broke(new AzureFault(AzureFaultKind.Slow, "Azure question answering did not answer in time"));
        }
        catch
        {
            state.GivenUp();
            throw;
        }

        return null;
    }
}
