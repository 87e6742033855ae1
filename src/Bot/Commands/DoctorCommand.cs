using System.CommandLine;
using Bot.Checkups;
using Bot.Checkups.Settings;
using Bot.Hosting;

namespace Bot.Commands;

/// <summary><c>doctor</c>: what is wrong with the service and how to mend it, whether it runs or cannot start. It changes nothing.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command("doctor", "Say what is wrong with settings, database, identity and the rest, and how to mend it. Settings can be given as for serve.") { json };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((result, ct) => RunAsync([.. result.UnmatchedTokens], result.GetValue(json), ct));
        return command;
    }

    private static async Task<int> RunAsync(string[] settings, bool asJson, CancellationToken ct)
    {
        var report = await LookAsync(settings, ct);
        Console.WriteLine(asJson ? ReportText.JsonOf(report) : ReportText.Of(report));
        return report.IsWell ? ExitCodes.Done : ExitCodes.Problems;
    }

    private static async Task<Report> LookAsync(string[] settings, CancellationToken ct)
    {
        try
        {
            // The service as it would start, with its settings and rooms; but nothing of it is started.
            var builder = Service.Prepare(new WebApplicationOptions { Args = settings, ContentRootPath = ProjectFolder.OrCurrent() }, prepared => prepared.Logging.ClearProviders());
            await using var app = builder.Build();
            return await app.Services.GetRequiredService<Doctor>().LookAsync(ct);
        }
        catch (Exception e) when (e is InvalidDataException or FormatException)
        {
            var why = $"{e.Message} {e.GetBaseException().Message}".ReplaceLineEndings(" ");
            return new(TimeProvider.System.GetUtcNow(), Doctor.Version, [new(SettingsLook.About, Standing.Fault, $"A file of settings cannot be read. {why}", "Correct that line: it must be JSON. Then look again, for nothing else could be looked at.")], []);
        }
    }
}
