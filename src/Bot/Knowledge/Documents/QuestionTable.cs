namespace Bot.Knowledge.Documents;

/// <summary>A table whose one column asks and whose next one answers.</summary>
internal static class QuestionTable
{
    /// <returns>Empty where the table is no such table.</returns>
    public static IReadOnlyList<Asked> Of(Piece table)
    {
        var rows = table.Rows;
        if (rows.Count < 2 || rows.Max(row => row.Count) < 2) return [];
        var asking = Column(rows);
        if (asking < 0) return [];
        var hasHead = !Wording.IsQuestion(Marks.WithoutNumber(rows[0][asking]));
        var pairs = new List<(string Question, List<string> Answers)>();
        foreach (var row in rows.Skip(hasHead ? 1 : 0).Where(row => row.Count > asking + 1))
        {
            // A cell that is merged downwards asks once for several rows.
            var (question, answer) = (row[asking], string.Join(" ", row.Skip(asking + 1).Where(cell => cell.Length > 0)));
            if (answer.Length == 0) continue;
            if ((question.Length == 0 || (pairs.Count > 0 && pairs[^1].Question == question)) && pairs.Count > 0) pairs[^1].Answers.Add(answer);
            else if (question.Length > 0) pairs.Add((question, [answer]));
        }

        return [.. pairs.Select(pair => new Asked(Wording.Question(pair.Question), [.. pair.Answers.Distinct(StringComparer.Ordinal).SelectMany(text => Lines.Pieces(Wording.Answer(text), table.Page))], table.Page))];
    }

    private static int Column(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        for (var column = 0; column < 2; column++)
        {
            var head = rows[0].Count > column ? rows[0][column].Trim().TrimEnd('s', ':') : "";
            var cells = rows.Where(row => row.Count > column + 1 && row[column].Length > 0).ToArray();
            if (head.Equals("Question", StringComparison.OrdinalIgnoreCase) && rows[0].Count == column + 2 && cells.Count(row => Wording.Words(row[column]) > 1) * 2 >= cells.Length - 1) return column;
            if (cells.Length >= 2 && cells.Count(row => Wording.IsQuestion(Marks.WithoutNumber(row[column]))) * 10 >= cells.Length * 7) return column;
        }

        return -1;
    }
}
