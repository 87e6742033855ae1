using System.Text.RegularExpressions;

namespace Bot.Features.Checkups;

/// <summary>"Doctor", "run the doctor" or "check yourself".</summary>
internal static partial class DoctorSentence
{
    public static bool Is(string text) => text.Length <= 60 && Asking().IsMatch(text.Trim(' ', '.', '!', '?', '\n'));

    [GeneratedRegex(@"^(please\s+)?((run|ask|call|show|open)\s+)?((the|your)\s+)?(doctor|health\s*check|check\s+yourself)(\s+(again|now|please))*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Asking();
}
