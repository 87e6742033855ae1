using System.Text.RegularExpressions;

namespace Bot.Storage.Personal;

internal static partial class EmailAddresses
{
    public static void Find(string text, List<Detail> found)
    {
        // Most questions hold no @ at all.
        if (!text.Contains('@', StringComparison.Ordinal))
        {
            return;
        }

        foreach (var match in Address().EnumerateMatches(text))
        {
            found.Add(new Detail(match.Index, match.Index + match.Length, PersonalDetailKinds.EmailAddress));
        }
    }

    [GeneratedRegex(@"[\w.%+'&!#$*/=?^`{|}~""-]+@[\w-]+(?:\.[\w-]+)+", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
