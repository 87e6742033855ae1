using System.Reflection;
using Bot.Checkups.Settings;
using Bot.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bot.Checkups;

/// <summary>Looks at every part of the service at once. Works in a service that runs, and for one that cannot start.</summary>
public sealed class Doctor(IServiceProvider services, IEnumerable<PlannedCheckup> planned, SettingsRead settings, TimeProvider time)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    public static string Version { get; } =
        typeof(Doctor).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown";

    public async Task<Report> LookAsync(CancellationToken ct)
    {
        var found = await Task.WhenAll(planned.Select(checkup => LookAsync(checkup, ct)));
        return new(time.GetUtcNow(), Version, [.. found.SelectMany(findings => findings)], settings.All());
    }

    private async Task<IReadOnlyList<Finding>> LookAsync(PlannedCheckup checkup, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Limit);
        try
        {
            // Not on the caller's thread: some of it reads files.
            return await Task.Run(() => ((ICheckup)ActivatorUtilities.CreateInstance(services, checkup.Type)).LookAsync(limit.Token), ct).WaitAsync(limit.Token);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            return [Failed(checkup.About, e)];
        }
    }

    private static Finding Failed(string about, Exception e) => e switch
    {
        OptionsValidationException or StorageStartException => new(about, Standing.Note, "Not looked at, because a setting that it needs is wrong.", "Mend the settings first, then look again."),
        OperationCanceledException => new(about, Standing.Fault, $"The look was given up after {Limit.TotalSeconds:0} seconds.", "Something that it needs does not answer. See the other findings, then look again."),

        // Its own words may hold what a setting holds.
        _ => new(about, Standing.Fault, $"It could not be looked at ({e.GetType().Name}).", "This is a mistake in the program. Please report it with this line."),
    };
}
