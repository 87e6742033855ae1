namespace Answers.Grouping;

/// <summary>Joins the two groups that are most alike on average, again and again; of equals the ones that come first.</summary>
internal static class Joining
{
    /// <param name="alike">The lower half of a square: how alike each is to each before it.</param>
    /// <param name="least">Groups less alike than this stay apart.</param>
    /// <returns>For each the first member of its group.</returns>
    public static int[] Of(float[][] alike, double least)
    {
        var group = Enumerable.Range(0, alike.Length).ToArray();
        var size = Enumerable.Repeat(1, alike.Length).ToArray();
        var living = Enumerable.Range(0, alike.Length).ToList();
        var best = Enumerable.Range(0, alike.Length).Select(i => BestBefore(i, alike, size)).ToArray();
        while (living.Count > 1)
        {
            var later = living.MaxBy(i => best[i].Alike);
            var (earlier, likeness) = best[later];
            if (earlier < 0 || likeness < least) break;
            Join(earlier, later, alike, size, living);
            for (var i = 0; i < group.Length; i++)
                if (group[i] == later) group[i] = earlier;
            foreach (var i in living.Where(i => i >= earlier)) best[i] = BestBefore(i, alike, size);
        }

        return group;
    }

    private static void Join(int earlier, int later, float[][] alike, int[] size, List<int> living)
    {
        living.Remove(later);
        foreach (var other in living)
        {
            if (other == earlier) continue;
            var (a, b) = (Cell(earlier, other, alike), Cell(later, other, alike));
            Set(earlier, other, ((a * size[earlier]) + (b * size[later])) / (size[earlier] + size[later]), alike);
        }

        size[earlier] += size[later];
        size[later] = 0;
    }

    private static (int At, float Alike) BestBefore(int i, float[][] alike, int[] size)
    {
        var (at, most) = (-1, float.MinValue);
        for (var j = 0; j < i; j++)
            if (size[j] > 0 && alike[i][j] > most) (at, most) = (j, alike[i][j]);
        return (at, most);
    }

    private static float Cell(int one, int other, float[][] alike) => one > other ? alike[one][other] : alike[other][one];

    private static void Set(int one, int other, float value, float[][] alike)
    {
        if (one > other) alike[one][other] = value;
        else alike[other][one] = value;
    }
}
