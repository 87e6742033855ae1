using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Bot.Checkups;

/// <summary>A report for a terminal, and for a script.</summary>
public static class ReportText
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(Report report)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"ICS Guide {report.Version}, {report.At:d MMMM yyyy HH:mm} UTC: {Verdict(report)}");
        Part(text, "What is wrong", report.Faults, "✗");
        Part(text, "What to know", report.Notes, "!");
        Part(text, "What is well", report.Well, "✓");
        text.AppendLine().AppendLine("Settings (value, and where it comes from)");
        foreach (var setting in report.Settings) text.AppendLine(CultureInfo.InvariantCulture, $"  {setting.Name} = {(setting.Value.Length == 0 ? "(none)" : setting.Value)}  [{setting.Source}]");
        return text.ToString().TrimEnd();
    }

    public static string JsonOf(Report report) => JsonSerializer.Serialize(
        new
        {
            report.At,
            report.Version,
            report.IsWell,
            Findings = report.Faults.Concat(report.Notes).Concat(report.Well).Select(finding => new { finding.About, Standing = Name(finding.Standing), finding.Words, finding.Mend }),
            report.Settings,
        },
        Json);

    /// <summary>In a few words, such as "2 faults, 1 note".</summary>
    public static string Verdict(Report report) => (report.Faults.Count(), report.Notes.Count()) switch
    {
        (0, 0) => "all is well.",
        (0, var notes) => $"it works. {Count(notes, "thing")} to know.",
        (var faults, 0) => $"{Count(faults, "fault")}.",
        var (faults, notes) => $"{Count(faults, "fault")}, and {Count(notes, "thing")} to know.",
    };

    private static string Count(int number, string what) => $"{number} {what}{(number == 1 ? "" : "s")}";

    private static string Name(Standing standing) => standing switch
    {
        Standing.Fault => "fault",
        Standing.Note => "note",
        _ => "well",
    };

    private static void Part(StringBuilder text, string heading, IEnumerable<Finding> findings, string mark)
    {
        var all = findings.ToArray();
        if (all.Length == 0) return;
        text.AppendLine().AppendLine(heading);
        foreach (var finding in all)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {mark} {finding.About}: {finding.Words}");
            if (finding.Mend is not null) text.AppendLine(CultureInfo.InvariantCulture, $"      {finding.Mend}");
        }
    }
}
