using System.Globalization;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Checks;

namespace Bot.Knowledge.Importing;

/// <summary>Wordings that some article has already. A passage's wordings are made here, so they must take nobody's.</summary>
internal sealed class Claims(IEnumerable<Article> articles)
{
    private readonly HashSet<string> _taken = [.. articles.SelectMany(a => a.Alternates.Concat(a.Variants).Prepend(a.Question)).Select(Key)];

    /// <summary>A pair keeps its wordings, because somebody wrote them: that two compete is for an editor to settle.</summary>
    public Said Unclaimed(Said said)
    {
        if (said.Pair is not null)
        {
            foreach (var wording in said.Others.Prepend(said.Question)) _taken.Add(Key(wording));
            return said;
        }

        var question = said.Question;
        for (var n = 2; !_taken.Add(Key(question)); n++) question = string.Create(CultureInfo.InvariantCulture, $"{said.Question.TrimEnd('?')} (part {n})?");
        return said with { Question = question, Others = [.. said.Others.Where(other => ContentRules.Words(other).Length > 1 && _taken.Add(Key(other)))] };
    }

    internal static string Key(string wording) => string.Join(' ', ContentRules.Words(wording)).ToLowerInvariant();
}
