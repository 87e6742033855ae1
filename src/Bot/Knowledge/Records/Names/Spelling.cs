using System.Text;

namespace Bot.Knowledge.Records.Names;

/// <summary>Ways of writing a name that are the same name.</summary>
internal static class Spelling
{
    /// <summary>Lower case, words parted by one hyphen, "&amp;" as "and", no apostrophes or stops: <c>kings-lynn</c>.</summary>
    public static string Slug(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var c in name.Replace("&", " and ", StringComparison.Ordinal))
        {
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(char.ToLowerInvariant(c));
            else if (c is not ('\'' or '’' or '.') && slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        return slug.ToString().TrimEnd('-');
    }

    /// <summary>Like <see cref="Slug"/>, but "the", "with" and "and" do not count: for matching the names of systems.</summary>
    public static string Loose(string name) =>
        string.Join('-', Slug(name).Split('-').Where(w => w is not ("the" or "with" or "and" or "nhs")));

    /// <summary>Turns "Bristol, City of" into "Bristol" and leaves other names alone.</summary>
    public static string Natural(string name)
    {
        foreach (var tail in new[] { ", City of", ", County of" })
            if (name.EndsWith(tail, StringComparison.Ordinal)) return name[..^tail.Length];
        return name;
    }
}
