namespace Bot.Knowledge.Documents;

/// <summary>Makes passages and pairs of pieces: text under the heading that it stands under.</summary>
internal sealed class Outline(string title, Findings findings)
{
    private const int MostWordsOfHeading = 40;
    private readonly List<(int Level, string Text, int Section)> _headings = [];
    private readonly List<Piece> _body = [];
    private readonly List<Passage> _passages = [];
    private readonly List<int> _sectionOf = [];
    private int _sections;
    private readonly List<Pair> _pairs = [];
    private readonly Dictionary<string, List<string>> _answers = new(StringComparer.Ordinal);
    private int? _page;
    private bool _hasText;

    public static ReadDocument Of(string name, string? title, IReadOnlyList<Piece> pieces, Findings findings)
    {
        var outline = new Outline(title is not null && Wording.Words(title) > 0 ? title : Names.Title(name), findings);
        foreach (var piece in HeadingLines.Joined(HeadingNumbers.Dotted(FrontMatterLines.Removed(ContentsLines.Removed(pieces, findings), findings)))) outline.Take(piece);
        outline.Close();
        var passages = LongPassages.Cut(outline._passages, findings);
        return new ReadDocument(name, title, passages, outline._pairs, findings.Dropped, findings.Warnings);
    }

    private void Take(Piece read)
    {
        var piece = read with { Text = Links.Safe(read.Text) };
        // A style for headings on a whole paragraph makes none of it.
        if (piece.Kind == PieceKind.Heading && Wording.Words(piece.Text) > MostWordsOfHeading) piece = new Piece(PieceKind.Text, piece.Text, piece.Page);
        switch (piece.Kind)
        {
            case PieceKind.Heading when Wording.Words(piece.Text) == 0: break;
            case PieceKind.Heading:
                Close(under: piece.Level);
                Leave(piece.Level);
                _headings.Add((piece.Level, piece.Text, ++_sections));
                (_page, _hasText) = (piece.Page, false);
                break;
            case PieceKind.End:
                Close();
                Leave(piece.Level);
                _hasText = true;
                break;
            default:
                if (piece.Kind != PieceKind.Table && piece.Text.Length == 0) break;
                if (_body.Count == 0 && (_headings.Count == 0 || _hasText)) _page = piece.Page;
                _body.Add(piece);
                break;
        }
    }

    private void Leave(int level)
    {
        while (_headings.Count > 0 && _headings[^1].Level >= level) _headings.RemoveAt(_headings.Count - 1);
    }

    // A heading right above a deeper one has no text of its own, and needs none.
    private void Close(int under = 0)
    {
        if (_body.Count > 0) Keep();
        else if (_headings.Count > 0 && !_hasText && under <= _headings[^1].Level)
            findings.Drop("headings without text", "There is nothing to say under them.", _headings[^1].Text);
        _body.Clear();
        _hasText = true;
    }

    private void Keep()
    {
        var heading = _headings.Count > 0 ? _headings[^1].Text : title;
        var above = Path(_headings.Count - 1);
        if (Wording.IsQuestion(Marks.WithoutNumber(heading)))
        {
            Add(Wording.Question(heading), Blocks.Of(_body), _page, above);
            return;
        }

        var (pairs, rest) = AskedInText.Split(_body);
        foreach (var pair in pairs) Add(pair.Question, Blocks.Of(pair.Answer), pair.Page ?? _page, Path(_headings.Count));
        if (rest.Count > 0) Add(new Passage(heading, above, _page, Blocks.Of(rest)));
    }

    // That everything stands under the document's title needs no saying.
    private List<string> Path(int count) => [.. _headings.Take(Math.Max(0, count)).Select(h => h.Text).Where(text => text != title)];

    // Text that goes on after an inner section belongs to the passage that it began in.
    private void Add(Passage passage)
    {
        var section = _headings.Count > 0 ? _headings[^1].Section : 0;
        var at = _sectionOf.LastIndexOf(section);
        if (at >= 0) _passages[at] = _passages[at] with { Blocks = [.. _passages[at].Blocks, .. passage.Blocks] };
        else
        {
            _passages.Add(passage);
            _sectionOf.Add(section);
        }
    }

    private void Add(string question, IReadOnlyList<Block> answer, int? page, IReadOnlyList<string> section)
    {
        var text = Block.Markdown(answer).Trim();
        if (text.Length == 0) return;
        var key = Wording.Key(question);
        if (!_answers.TryGetValue(key, out var answers)) _answers[key] = answers = [];
        if (answers.Contains(text))
        {
            findings.Drop("questions that come twice", "The first was taken; the answer is the same.", question);
            return;
        }

        if (answers.Count > 0)
            findings.Warn($"\"{question}\" is answered twice, and differently. Both were taken: keep the right one.");
        answers.Add(text);
        _pairs.Add(new Pair { Questions = [question], Answer = text, Page = page, Section = section });
    }
}
