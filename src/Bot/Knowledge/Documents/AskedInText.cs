namespace Bot.Knowledge.Documents;

/// <summary>A question that stands in the text of a section, with what follows it.</summary>
internal sealed record Asked(string Question, IReadOnlyList<Piece> Answer, int? Page);

/// <summary>Finds numbered question lists, "Q:" and "A:", questions in bold lines and tables of questions within a section.</summary>
internal static class AskedInText
{
    public static (IReadOnlyList<Asked> Pairs, IReadOnlyList<Piece> Left) Split(IReadOnlyList<Piece> body)
    {
        var (pairs, rest) = (new List<Asked>(), new List<Piece>());
        foreach (var piece in body)
        {
            if (piece.Kind == PieceKind.Table && QuestionTable.Of(piece) is { Count: > 0 } asked) pairs.AddRange(asked);
            else rest.Add(piece);
        }

        var (answered, lines) = InLines(rest);
        pairs.AddRange(answered);
        var (listed, left) = Listed(lines);
        pairs.AddRange(listed);
        return (pairs, left);
    }

    // "1. Who may apply? Everybody who lives here." One such line alone is a rhetorical question.
    private static (List<Asked>, List<Piece>) InLines(List<Piece> body)
    {
        var both = body.Where(p => p.Kind is PieceKind.Item or PieceKind.Text && Wording.Both(p.Text) is not null && (p.IsNumbered || Wording.IsLabelled(p.Text))).ToHashSet(ReferenceEqualityComparer.Instance);
        if (both.Count < 2) return ([], body);
        var pairs = new List<Asked>();
        var rest = new List<Piece>();
        foreach (var piece in body)
        {
            if (both.Contains(piece) && Wording.Both(piece.Text) is var (question, answer))
                pairs.Add(new Asked(question, [new Piece(PieceKind.Text, answer, piece.Page)], piece.Page));
            else rest.Add(piece);
        }

        return (pairs, rest);
    }

    private static (List<Asked>, IReadOnlyList<Piece>) Listed(List<Piece> body)
    {
        var starts = Enumerable.Range(0, body.Count).Where(i => IsAsked(body[i])).ToArray();
        var answered = starts.Where((at, n) => at + 1 < (n + 1 < starts.Length ? starts[n + 1] : body.Count)).ToArray();
        // A single question in plain text is part of the text; a list of questions without answers is a list.
        var isClear = answered.Length >= 2 || (answered.Length == 1 && (Wording.IsLabelled(body[answered[0]].Text) || Wording.IsAnswer(body[answered[0] + 1].Text)));
        if (!isClear || answered.Length * 2 < starts.Length) return ([], body);
        var pairs = new List<Asked>();
        for (var n = 0; n < starts.Length; n++)
        {
            var to = n + 1 < starts.Length ? starts[n + 1] : body.Count;
            if (to == starts[n] + 1) continue;
            var answer = body.Skip(starts[n] + 1).Take(to - starts[n] - 1).ToArray();
            answer[0] = answer[0] with { Text = Wording.Answer(answer[0].Text) };
            pairs.Add(new Asked(Wording.Question(body[starts[n]].Text), answer, body[starts[n]].Page));
        }

        var unanswered = starts.Except(answered).Select(at => body[at]);
        return (pairs, [.. body.Take(starts[0]), .. unanswered]);
    }

    private static bool IsAsked(Piece piece) => piece.Kind is PieceKind.Text or PieceKind.Item && Wording.IsQuestion(piece.Text) && (piece.Kind == PieceKind.Text || piece.IsNumbered);
}
