using System.Text.RegularExpressions;

namespace Bot.Knowledge.Checks;

/// <summary>A pattern that the content style rules out, and what to write instead.</summary>
internal sealed record StylePattern(Regex Pattern, string Advice, bool IsWarning = false);

/// <summary>The word list of the content style.</summary>
internal static partial class StylePatterns
{
    public static readonly IReadOnlyList<StylePattern> All =
    [
        new(Contraction(), "write it in full, for example \"do not\"."),
        new(Latin(), "write \"for example\", \"that is\" or \"and so on\"."),
        new(Ampersand(), "write \"and\"."),
        new(CurlyOrDash(), "use straight quotes, and a comma or a full stop in place of a long dash."),
        new(OptionalPlural(), "write the plural."),
        new(Ethnic(), "write \"ethnic minorities\"."),
        new(ShortMonth(), "write the month in full."),
        new(LinkText(), "a link needs words that make sense alone."),
        new(Emphasis(), "no bold and no italics."),
        new(HealthCare(), "write \"healthcare\" or \"log in\"."),
        new(CapitalTerm(), "lower case, except in a proper name.", IsWarning: true),
        new(Ordinal(), "write the date as 6 August 2018.", IsWarning: true),
        new(Should(), "say what happens or what to do.", IsWarning: true),
        new(SlashYear(), "write 2026 to 2027, except in an official title.", IsWarning: true),
        new(NumberWord(), "write the numeral.", IsWarning: true),
        new(Passive(), "name who does it, where you can.", IsWarning: true),
    ];

    public static readonly IReadOnlyList<(string Short, string Full)> Abbreviations =
    [
        ("ICB", "integrated care board"), ("ICP", "integrated care p"), ("ICS", "integrated care system"),
        ("STP", "sustainability and transformation"), ("NED", "non-executive"), ("PCN", "primary care network"),
        ("CCG", "clinical commissioning group"), ("VCSE", "voluntary"), ("ACO", "accountable care organisation"),
        ("ACS", "accountable care system"), ("DHSC", "Department of Health"), ("JFP", "joint forward plan"),
        ("FT", "foundation trust"), ("ODS", "Organisation Data Service"), ("FYFV", "Five Year Forward View"),
    ];

    [GeneratedRegex(@"\b\w+n't\b|\b(should've|could've)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Contraction();

    [GeneratedRegex(@"\b(eg|ie|etc)\b|\be\.g\.|\bi\.e\.")]
    private static partial Regex Latin();

    [GeneratedRegex(@"(?<!A)&(?!E)")]
    private static partial Regex Ampersand();

    [GeneratedRegex("[\u2018\u2019\u201C\u201D\u2014]")]
    private static partial Regex CurlyOrDash();

    [GeneratedRegex(@"\(s\)")]
    private static partial Regex OptionalPlural();

    [GeneratedRegex(@"\b(BAME|BME|NHSX)\b")]
    private static partial Regex Ethnic();

    [GeneratedRegex(@"\b\d{1,2} (Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b")]
    private static partial Regex ShortMonth();

    [GeneratedRegex(@"\[(click here|here|more|more information|this link|read more)\]", RegexOptions.IgnoreCase)]
    private static partial Regex LinkText();

    [GeneratedRegex(@"\*\*|(?<![\w*])\*[^\s*]|(?<!\w)_[a-z]")]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"\b(health care|sign in)\b(?! (system|partnership|deal|arrangement|memorandum|organisation|needs))", RegexOptions.IgnoreCase)]
    private static partial Regex HealthCare();

    [GeneratedRegex(@"(?<![A-Z][a-z]+ |^|\. )\bIntegrated Care (Board|System|Partnership)s\b")]
    private static partial Regex CapitalTerm();

    [GeneratedRegex(@"\b\d+(st|nd|rd|th)\b")]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"\bshould\b", RegexOptions.IgnoreCase)]
    private static partial Regex Should();

    [GeneratedRegex(@"\b20\d\d/\d\d\b")]
    private static partial Regex SlashYear();

    [GeneratedRegex(@"(?<!-)\b(two|three|four|five|six|seven|eight|nine|ten)\b(?!-)")]
    private static partial Regex NumberWord();

    [GeneratedRegex(@"\b(has|have|had) been (agreed|decided|made|given|set up|put in place)\b")]
    private static partial Regex Passive();
}
