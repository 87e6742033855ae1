using Bot.AzureAnswers;
using Microsoft.Extensions.Options;

namespace Bot.Checkups.Looks;

/// <summary>Whether Azure question answering answers, where it is switched on: as the service has met it, or by one question of our own.</summary>
internal sealed class AzureAnswersLook(IOptions<AzureAnswersOptions> options, AzureAnswersState state, ProjectQuery query) : ICheckup
{
    private const string About = "Question answering";
    private const string Ours = "What is an integrated care system?";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken ct)
    {
        if (!options.Value.IsSet || state.Current.Condition == AzureCondition.Off && !options.Value.Publishes)
            return [new(About, Standing.Well, "The guide's own engine answers; Azure question answering is not used.")];
        var why = state.Current.Condition == AzureCondition.Resting ? state.Current.Why : await WhyNotAsync(ct);
        return [why is null
            ? new(About, Standing.Well, $"Azure question answering answers from the project {options.Value.Project}, deployment {options.Value.Deployment}.")
            : new(About, Standing.Fault, $"{why.TrimEnd('.')}. Meanwhile the guide's own engine answers.", $"Check the settings under {AzureAnswersOptions.Section}, that this machine may call the endpoint, and that the project was deployed. It is tried again by itself.")];
    }

    private async Task<string?> WhyNotAsync(CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            await query.AskAsync(Ours, limit.Token);
            return null;
        }
        catch (AzureFault fault)
        {
            return fault.Message;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return "Azure question answering did not answer in time";
        }
    }
}
