namespace Answers.Text;

/// <summary>Edit distance with swaps of neighbours (Damerau 1964, restricted form).</summary>
internal static class Edits
{
    /// <returns>The distance, or <paramref name="limit"/> + 1 as soon as it must be larger.</returns>
    public static int Between(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit) return limit + 1;
        if (a.Length > 40 || b.Length > 40) return limit + 1;
        Span<int> before = stackalloc int[42], last = stackalloc int[42], row = stackalloc int[42];
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var d = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) d = Math.Min(d, before[j - 2] + 1);
                row[j] = d;
                least = Math.Min(least, d);
            }

            if (least > limit) return limit + 1;
            last.CopyTo(before);
            row.CopyTo(last);
        }

        return Math.Min(last[b.Length], limit + 1);
    }
}
