using System.Text;

namespace Bot.Tests.Knowledge.Records;

/// <summary>The data files as plain cells, read by code of its own, so that expected values share nothing with the product.</summary>
internal static class Raw
{
    public static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Knowledge", "Records", "Data");

    private static readonly Dictionary<string, List<Dictionary<string, string>>> Files = [];

    public static List<Dictionary<string, string>> Rows(string name)
    {
        lock (Files)
        {
            if (Files.TryGetValue(name, out var known)) return known;
            var lines = File.ReadAllLines(Path.Combine(Folder, name)).Where(l => l.Length > 0).Select(Cells).ToList();
            return Files[name] = [.. lines.Skip(1).Select(cells => lines[0].Zip(cells).ToDictionary(p => p.First, p => p.Second))];
        }
    }

    /// <summary>Codes in a cell such as <c>QNQ:83;QU9:17</c>, largest share first.</summary>
    public static string[] Codes(string cell) =>
        [.. cell.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split(':')).OrderByDescending(p => p.Length > 1 ? double.Parse(p[1], System.Globalization.CultureInfo.InvariantCulture) : 100).Select(p => p[0])];

    /// <summary>Name of a footprint as a map has it; for a board without "NHS" and "Integrated Care Board".</summary>
    public static string Footprint(string era, string code)
    {
        var name = Rows("footprints.csv").Single(r => r["era"].Split(';').Contains(era) && r["ods"] == code)["name"];
        return name.Replace("NHS ", "").Replace(" Integrated Care Board", "");
    }

    public static string Slug(string name)
    {
        var slug = new StringBuilder();
        foreach (var c in name.ToLowerInvariant().Replace("'", "").Replace(".", "").Replace("&", "and"))
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        return slug.ToString().Trim('-');
    }

    private static string[] Cells(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"') { cell.Append('"'); i++; }
            else if (line[i] == '"') quoted = !quoted;
            else if (line[i] == ',' && !quoted) { cells.Add(cell.ToString()); cell.Clear(); }
            else cell.Append(line[i]);
        }

        return [.. cells, cell.ToString()];
    }
}
