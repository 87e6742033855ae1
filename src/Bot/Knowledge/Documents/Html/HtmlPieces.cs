using System.Text;
using AngleSharp.Dom;

namespace Bot.Knowledge.Documents.Html;

/// <summary>Walks through the elements of a page in order.</summary>
/// <param name="around">What relative links are relative to; null where the page does not say.</param>
/// <param name="opened">Ids of panels that a button opens.</param>
/// <param name="findings">What is left out.</param>
internal sealed class HtmlPieces(Uri? around, HashSet<string> opened, Findings findings)
{
    private const int MostDepth = 250, Folded = 7, Term = 8;

    private static readonly HashSet<string> InLine =
    [
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "button",
    ];

    private readonly List<Piece> _pieces = [];
    private readonly StringBuilder _text = new();
    private (int Depth, string Mark)? _item;
    private int _lists;

    public IReadOnlyList<Piece> Of(IElement root)
    {
        Children(root, 0);
        Flush();
        return _pieces;
    }

    private void Children(INode node, int depth)
    {
        if (depth > MostDepth)
        {
            findings.Warn("The page is nested too deeply; what lies deepest was left out.");
            return;
        }

        foreach (var child in node.ChildNodes)
        {
            if (child is IText text) _text.Append(text.Data.ReplaceLineEndings(" "));
            else if (child is IElement element && !HtmlFurniture.Drops(element, opened, findings)) Element(element, depth + 1);
        }
    }

    private void Element(IElement element, int depth)
    {
        switch (element.LocalName)
        {
            case "br": _text.Append('\n'); break;
            case "a": Link(element, depth); break;
            case "del" or "s": findings.Drop("text that is struck out", "Whoever wrote the page took it back.", element.TextContent); break;
            case "button" when IsOpener(element): Heading(element, Folded, depth); break;
            case "button" when _text.Length == 0 && element.ParentElement?.LocalName is not ("h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "summary"): findings.Drop("buttons", "They do something and say nothing.", element.TextContent); break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6": Heading(element, element.LocalName[1] - '0', depth); break;
            case "summary": Heading(element, Folded, depth); break;
            case "sup" when Notes.IsSign(element.TextContent, _text.ToString()): findings.Drop("footnotes", "They would stand in the middle of a sentence."); break;
            case "ul" or "ol": List(element, depth); break;
            case "dl": Terms(element, depth); break;
            case "table" when HtmlTable.Rows(element, cell => Inner(cell, depth)) is { Count: > 0 } rows:
                Flush();
                _pieces.Add(Piece.Table(rows));
                break;
            case var name when InLine.Contains(name): Children(element, depth); break;
            default:
                Flush();
                Children(element, depth);
                Flush();
                if (element.LocalName == "details" || (element.Id is { } id && opened.Contains(id))) _pieces.Add(Piece.End(Folded));
                break;
        }
    }

    private static bool IsOpener(IElement button) =>
        (button.HasAttribute("aria-controls") || button.HasAttribute("aria-expanded")) && button.Ancestors<IElement>().All(e => e.LocalName is not ("h1" or "h2" or "h3" or "h4" or "h5" or "h6"));

    private void Heading(IElement element, int level, int depth)
    {
        Flush();
        var text = CleanText.Collapsed(Inner(element, depth));
        if (text.Length > 0) _pieces.Add(Piece.Heading(text, level));
    }

    private void List(IElement list, int depth)
    {
        Flush();
        if (IsContents(list))
        {
            findings.Drop(ContentsLines.What, ContentsLines.Why, list.TextContent);
            return;
        }

        var number = int.TryParse(list.GetAttribute("start"), out var start) ? start : 1;
        foreach (var item in list.Children.Where(child => !HtmlFurniture.Drops(child, opened, findings)))
        {
            _item = (_lists, list.LocalName == "ol" ? $"{number++}." : "-");
            _lists++;
            Children(item, depth + 1);
            Flush();
            _lists--;
            _item = null;
        }
    }

    // Terms that ask are questions; any others are a list of what each means.
    private void Terms(IElement list, int depth)
    {
        Flush();
        var term = "";
        foreach (var child in list.QuerySelectorAll("dt, dd").Where(e => e.Closest("dl") == list))
        {
            if (child.LocalName == "dt") term = CleanText.Collapsed(Inner(child, depth));
            else if (Wording.IsQuestion(term))
            {
                _pieces.Add(Piece.Heading(term, Term));
                Children(child, depth + 1);
                Flush();
                _pieces.Add(Piece.End(Term));
            }
            else if (CleanText.Collapsed(Inner(child, depth)) is { Length: > 0 } meaning) _pieces.Add(Piece.Item(term.Length == 0 ? meaning : $"{term}: {meaning}", _lists, "-"));
        }
    }

    private void Link(IElement link, int depth)
    {
        var words = Inner(link, depth);
        var address = link.GetAttribute("href")?.Trim();
        var to = address is { Length: > 0 } && around is not null && Uri.TryCreate(around, address, out var whole) ? whole.AbsoluteUri : address;
        if (address is ['#', ..]) to = null;
        var made = Links.Markdown(CleanText.Line(words, findings), to, findings);
        _text.Append(words.StartsWith(' ') ? " " : "").Append(made).Append(words.EndsWith(' ') ? " " : "");
    }

    private string Inner(IElement element, int depth)
    {
        var inner = new HtmlPieces(around, opened, findings);
        inner.Children(element, depth + 1);
        inner.Flush();
        var lines = inner._pieces.Select(piece => piece.Kind == PieceKind.Item ? $"{piece.Mark} {piece.Text}" : piece.Text);
        return inner._pieces.Exists(piece => piece.Kind == PieceKind.Item) ? string.Join('\n', lines) : string.Join(' ', lines);
    }

    private void Flush()
    {
        var text = CleanText.Characters(_text.ToString(), findings);
        _text.Clear();
        if (string.IsNullOrWhiteSpace(text)) return;
        if (_item is var (depth, mark))
        {
            _pieces.Add(Piece.Item(CleanText.Collapsed(text), depth, mark));
            _item = null;
        }
        else _pieces.AddRange(Lines.Pieces(text, null));
    }

    private static bool IsContents(IElement list)
    {
        var links = list.QuerySelectorAll("a[href]");
        return links.Length >= 3 && links.All(a => a.GetAttribute("href") is ['#', ..]) && links.Sum(a => a.TextContent.Trim().Length) * 10 >= CleanText.Collapsed(list.TextContent).Length * 8;
    }
}
