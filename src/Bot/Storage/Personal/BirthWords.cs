using System.Text.RegularExpressions;

namespace Bot.Storage.Personal;

/// <summary>Where the text speaks of a birth.</summary>
internal sealed partial class BirthWords
{
    private const int Near = 40;
    private const int JustBefore = 25;

    private readonly string _text;
    private readonly List<(int Start, int End, bool Plain)> _words = [];

    public BirthWords(string text)
    {
        _text = text;
        foreach (var match in Birth().EnumerateMatches(text))
        {
            // "Born" and "birth" are also said of organisations; the longer phrases and "dob" never are.
            var word = text.AsSpan(match.Index, match.Length);
            var plain = !word.Equals("born", StringComparison.OrdinalIgnoreCase) && !word.Equals("birth", StringComparison.OrdinalIgnoreCase);
            _words.Add((match.Index, match.Index + match.Length, plain));
        }
    }

    public bool AreNear(int start, int end)
    {
        var next = FirstAfter(start);
        return (next > 0 && start - _words[next - 1].End <= Near) || (next < _words.Count && _words[next].Start - end <= Near);
    }

    /// <summary>"Date of birth: …", with no other figure between.</summary>
    public bool Announce(int start)
    {
        var next = FirstAfter(start);
        return next > 0 && _words[next - 1] is { Plain: true } word && start - word.End is >= 0 and <= JustBefore
            && !_text.AsSpan(word.End, start - word.End).ContainsAnyInRange('0', '9');
    }

    private int FirstAfter(int index)
    {
        var (low, high) = (0, _words.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _words[middle].Start < index ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    [GeneratedRegex(
        @"\b(?:d[./ ]?o[./ ]?b|date[ -]of[ -](?:(?:my|his|her|their)[ -])?birth|birth[ -]?da(?:te|y)s?|born|birth)\b",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Birth();
}
