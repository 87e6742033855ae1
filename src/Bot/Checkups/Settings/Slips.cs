namespace Bot.Checkups.Settings;

internal static class Slips
{
    /// <summary>How many letters must be put in, taken out or changed to make one text the other.</summary>
    public static int Between(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var (corner, next) = (row[0], row[0] + 1);
            row[0] = next;
            for (var j = 1; j <= to.Length; j++)
            {
                next = Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (from[i - 1] == to[j - 1] ? 0 : 1));
                (corner, row[j]) = (row[j], next);
            }
        }

        return row[^1];
    }
}
