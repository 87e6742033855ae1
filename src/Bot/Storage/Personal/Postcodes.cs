using System.Text.RegularExpressions;

namespace Bot.Storage.Personal;

/// <summary>Full UK postcodes: together with a question one can point to a single house.</summary>
internal static partial class Postcodes
{
    public static void Find(string text, List<Detail> found)
    {
        foreach (var match in Full().EnumerateMatches(text))
        {
            found.Add(new Detail(match.Index, match.Index + match.Length, PersonalDetailKinds.Postcode));
        }
    }

    // Royal Mail, Programmers' Guide: which letters stand where.
    [GeneratedRegex(
        @"(?<![A-Z0-9])(?:GIR|[A-PR-UWYZ](?:[0-9]{1,2}|[A-HK-Y][0-9]{1,2}|[0-9][A-HJKPSTUW]|[A-HK-Y][0-9][ABEHMNPRVWXY]))[ \t]{0,2}[0-9][ABD-HJLNP-UW-Z]{2}(?![A-Z0-9])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Full();
}
