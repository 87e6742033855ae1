using System.Diagnostics;
using System.Globalization;

namespace Answers.Bench;

/// <summary>Figures as they come, on the console and later in a file.</summary>
internal sealed class Report
{
    private readonly List<string> _lines = [];

    public void Machine()
    {
        Say($"{DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC, commit {Commit()}, {Environment.ProcessorCount} cores, .NET {Environment.Version}, load {Load()}");
    }

    public void Say(FormattableString line)
    {
        var text = line.ToString(CultureInfo.InvariantCulture);
        _lines.Add(text);
        Console.WriteLine(text);
    }

    /// <summary>Writes tests/Answers.Bench/results/DATE-COMMIT.txt.</summary>
    public void Keep()
    {
        var folder = Path.Combine(Root(), "tests", "Answers.Bench", "results");
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:yyyy-MM-dd}-{Commit()}.txt"));
        File.WriteAllLines(file, _lines);
        Console.WriteLine(Path.GetRelativePath(Root(), file));
    }

    private static string Root() => Git("rev-parse --show-toplevel") is { Length: > 0 } root ? root : Directory.GetCurrentDirectory();

    private static string Commit() => Git("rev-parse --short HEAD") is { Length: > 0 } commit ? commit : "unknown";

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    private static string Git(string arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { RedirectStandardOutput = true })!;
        return git.StandardOutput.ReadToEnd().Trim();
    }
}
