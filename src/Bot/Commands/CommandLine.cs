using System.CommandLine;
using Bot.Commands.Manifest;

namespace Bot.Commands;

/// <summary>The command line. Without a command the service is started.</summary>
internal static class CommandLine
{
    /// <summary>Whether the arguments ask for the service itself.</summary>
    public static bool IsServe(string[] args) => args.Length == 0 || args[0] == "serve" || (args[0].StartsWith('-') && args[0] is not ("--help" or "-h" or "-?" or "--version"));

    // The library prints what is wrong, and says 1; a script has to tell misuse from problems.
    private static async Task<int> RunAsync(ParseResult parsed)
    {
        var code = await parsed.InvokeAsync();
        return parsed.Errors.Count > 0 ? ExitCodes.Usage : code;
    }

    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("ICS Guide: a Teams bot on STPs, ICSs and what they became.")
        {
            new Command("serve", "Start the service (the default)."),
            AskCommand.Create(),
            EvalCommand.Create(),
            KbCommand.Create(),
            ManifestCommand.Create(),
            OutboxCommand.Create(),
            DoctorCommand.Create(),
        };
        return RunAsync(root.Parse(args));
    }
}
