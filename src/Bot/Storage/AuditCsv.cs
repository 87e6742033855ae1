using System.Text;

namespace Bot.Storage;

/// <summary>The audit log as a table for spreadsheets.</summary>
public static class AuditCsv
{
    public const string Head = "at,who,action,what,why";

    public static string Line(AuditEntry entry) =>
        string.Join(',', new[] { $"{entry.At:yyyy-MM-ddTHH:mm:ssZ}", entry.Who, entry.Action, entry.What, entry.Why }.Select(Cell));

    /// <summary>With the mark by which Excel knows UTF-8.</summary>
    public static byte[] Of(IEnumerable<AuditEntry> entries)
    {
        var text = new StringBuilder(Head).Append("\r\n");
        foreach (var entry in entries) text.Append(Line(entry)).Append("\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    // Quoted, and with an apostrophe before what a spreadsheet would take for a formula.
    private static string Cell(string text) =>
        $"\"{(text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? "'" : "")}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
