using System.Globalization;
using Answers;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Records;
using Bot.Knowledge.Releases;

namespace Bot.Commands;

/// <summary>
/// <c>eval --cross-validate</c>: leaves a tenth of the articles' questions and alternates out, learns the rest, and asks what
/// was left out, as it is and with one typing slip. Variants stay with what is learned.
/// </summary>
internal static class CrossValidation
{
    private const int Folds = 10, Seed = 5;

    public static int Run(Content content, IReadOnlyList<RecordName> names, bool listFailures)
    {
        int asked = 0, right = 0, withSlip = 0, rightWithSlip = 0;
        for (var fold = 0; fold < Folds; fold++)
        {
            var random = new Random(Seed + fold);
            var engine = AnswerEngine.Build(EngineSource.From(Without(content, fold), names), fitStage: false);
            foreach (var article in content.Articles.Where(a => a.About is null))
            {
                foreach (var question in Wordings(article).Where((_, i) => Leaves(article, i, fold)))
                {
                    asked++;
                    if (Finds(engine, question, article)) right++;
                    else if (listFailures) Console.WriteLine($"{article.Id}  {question}  =>  {string.Join(" ", engine.Ask(question).Reasons.Nearest.Select(n => $"{n.EntryId}:{n.Share:F2}"))}");
                    if (Slip(question, random) is not { } slip) continue;
                    withSlip++;
                    if (Finds(engine, slip, article)) rightWithSlip++;
                }
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"top-1 left out           {Share(right, asked):F1} %  ({right} of {asked}, {Folds} folds)"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"the same with one slip   {Share(rightWithSlip, withSlip):F1} %  ({rightWithSlip} of {withSlip})"));
        return ExitCodes.Done;
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : 100.0 * part / whole;

    private static bool Finds(AnswerEngine engine, string question, Article article) => engine.Ask(question) is Answered a && a.EntryId == article.Id;

    private static string[] Wordings(Article article) => [article.Question, .. article.Alternates];

    // Every article begins at another fold, so that each fold holds some main questions.
    private static bool Leaves(Article article, int wording, int fold) => (wording + article.Id.Length + article.Id[0]) % Folds == fold;

    private static Content Without(Content content, int fold) => content with { Articles = [.. content.Articles.Select(a => Without(a, fold))] };

    private static Article Without(Article article, int fold)
    {
        var kept = Wordings(article).Where((_, i) => !Leaves(article, i, fold)).ToArray();
        return kept.Length == 0 || article.About is not null ? article : article with { Question = kept[0], Alternates = kept[1..] };
    }

    /// <summary>One letter dropped, doubled or swapped with the next, not the first, in a word of five letters or more.</summary>
    private static string? Slip(string text, Random random)
    {
        var words = text.Split(' ');
        var longWords = Enumerable.Range(0, words.Length).Where(i => words[i].Length >= 5 && words[i].All(char.IsAsciiLetter)).ToArray();
        if (longWords.Length == 0) return null;
        var word = words[longWords[random.Next(longWords.Length)]];
        var at = random.Next(1, word.Length - 1);
        var slip = random.Next(3) switch
        {
            0 => word.Remove(at, 1),
            1 => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
            _ => word.Insert(at, word[at].ToString()),
        };
        var first = Array.IndexOf(words, word);
        return string.Join(' ', [.. words[..first], slip, .. words[(first + 1)..]]);
    }
}
