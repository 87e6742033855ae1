namespace Answers.Bench;

/// <summary>Makes a base of any size, always the same: halves of real questions joined, with a made-up subject in each.</summary>
internal static class Recombined
{
    private const string Consonants = "bcdfghjklmnprstvw", Vowels = "aeiou";

    public static KnowledgeBase Base(KnowledgeBase source, int count)
    {
        var random = new Random(20_261);
        var halves = source.Entries.SelectMany(e => e.Questions).Select(q => q.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(w => w.Length >= 4).ToArray();
        var subjects = Enumerable.Range(0, count / 5).Select(_ => Subject(random)).ToArray();
        return new KnowledgeBase([.. Enumerable.Range(0, count).Select(i => Make(i, halves, subjects, random))], source.Strangers);
    }

    /// <summary>Questions of the base with a word left out, so that none is found word for word.</summary>
    public static string[] Queries(KnowledgeBase source, int count)
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, count).Select(_ => Loose(source, random))];
    }

    private static string Loose(KnowledgeBase source, Random random)
    {
        var entry = source.Entries[random.Next(source.Entries.Count)];
        var words = entry.Questions[random.Next(entry.Questions.Count)].Split(' ').ToList();
        if (words.Count > 4) words.RemoveAt(random.Next(words.Count));
        return string.Join(' ', words);
    }

    private static Entry Make(int number, string[][] halves, string[] subjects, Random random)
    {
        var about = $"{subjects[random.Next(subjects.Length)]} {subjects[random.Next(subjects.Length)]}";
        var questions = Enumerable.Range(0, 2).Select(_ => Join(halves[random.Next(halves.Length)], about, halves[random.Next(halves.Length)])).ToArray();
        return new Entry($"e{number}", about, questions);
    }

    private static string Join(string[] first, string about, string[] second) =>
        string.Join(' ', [.. first[..(first.Length / 2)], about, .. second[(second.Length / 2)..]]);

    private static string Subject(Random random) => string.Concat(
        Enumerable.Range(0, random.Next(2, 5)).Select(_ => $"{Consonants[random.Next(Consonants.Length)]}{Vowels[random.Next(Vowels.Length)]}"));
}
