using System.Runtime.InteropServices;
using Bot.Activities;
using Bot.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Bot.Checkups.Looks;

/// <summary>Which program this is and whether it runs anywhere on this database.</summary>
internal sealed class ProgramLook(IHostEnvironment host, IOptions<AuthOptions> auth, DatabaseState database) : ICheckup
{
    private const string About = "Program";

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken ct) =>
    [
        new(About, Standing.Well, $"ICS Guide {Doctor.Version} in {host.ContentRootPath}, environment {host.EnvironmentName}, {RuntimeInformation.FrameworkDescription} on {RuntimeInformation.OSDescription}."),
        .. Door(),
        await RunningAsync(ct),
    ];

    private IEnumerable<Finding> Door()
    {
        if (auth.Value.IsDevelopment && !host.IsDevelopment())
        {
            yield return new(About, Standing.Fault, $"{AuthOptions.Section}:{nameof(AuthOptions.Mode)} is Development, but this is not a developer's machine (environment {host.EnvironmentName}). Programs on this machine need no proof.",
                $"Take {AuthOptions.Section}:{nameof(AuthOptions.Mode)} out, and set {nameof(AuthOptions.AppId)} and {nameof(AuthOptions.TenantId)}.");
        }
    }

    private async Task<Finding> RunningAsync(CancellationToken ct) => await database.CountRunningAsync(ct) switch
    {
        null => new(About, Standing.Note, "Whether the service runs could not be seen, because the database did not say.", "See what is said about the database."),
        0 => new(About, Standing.Note, "No running service was seen on this database in the last 15 seconds.", "Start it, unless it is stopped on purpose. If it does not start, mend what is said here first."),
        1 => new(About, Standing.Well, "One process of the service runs on this database."),
        var several => new(About, Standing.Well, $"{several} processes of the service run on this database."),
    };
}
