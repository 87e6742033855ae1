using System.Globalization;
using System.Text;

namespace Bot.Tests.Knowledge.Documents.Made;

/// <summary>Writes PDFs by hand: text at places, in two fonts and a third whose letters mean what we say.</summary>
internal sealed class PdfFile
{
    public const int Left = 70, Plain = 1, Bold = 2, Odd = 3, LineHeight = 14;

    /// <summary>Codes of the third font: a ligature, a bullet of a private font, a letter without meaning, a soft hyphen, an empty box.</summary>
    public const string LigatureFi = "\u0001", PrivateBullet = "\u0002", Unknown = "\u0003", SoftHyphen = "\u0004", EmptyBox = "\u0005", LigatureFl = "\u0006";

    private readonly List<StringBuilder> _pages = [];
    private double _next;

    /// <summary>Begins a page; what is written next stands at its top.</summary>
    public PdfFile Page(double top = 770)
    {
        _pages.Add(new StringBuilder());
        _next = top;
        return this;
    }

    public PdfFile At(double x, double y, string text, double size = 11, int font = Plain, string turn = "1 0 0 1")
    {
        _pages[^1].Append(CultureInfo.InvariantCulture, $"/F{font} {size} Tf {turn} {x} {y} Tm ({Escaped(text)}) Tj\n");
        return this;
    }

    /// <summary>Pieces of one line in several fonts.</summary>
    public PdfFile Mixed(params (string Text, int Font)[] parts)
    {
        _pages[^1].Append(CultureInfo.InvariantCulture, $"1 0 0 1 {Left} {_next} Tm\n");
        foreach (var (text, font) in parts) _pages[^1].Append(CultureInfo.InvariantCulture, $"/F{font} 11 Tf ({Escaped(text)}) Tj\n");
        _next -= LineHeight;
        return this;
    }

    /// <summary>The next lines of a paragraph.</summary>
    public PdfFile Text(params string[] lines) => Text(Left, lines);

    public PdfFile Text(double left, params string[] lines)
    {
        foreach (var line in lines)
        {
            At(left, _next, line);
            _next -= LineHeight;
        }

        return this;
    }

    public PdfFile Gap(double points = 16)
    {
        _next -= points;
        return this;
    }

    public PdfFile Heading(string text, double size = 16)
    {
        _next -= size;
        At(Left, _next, text, size, Bold);
        _next -= LineHeight + 6;
        return this;
    }

    public byte[] Bytes(bool encrypted = false)
    {
        var objects = new List<string> { "<< /Type /Catalog /Pages 2 0 R >>", "", Font("Helvetica"), Font("Helvetica-Bold"), "", "" };
        objects[4] = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 1 /LastChar 6 /Widths [500 400 500 330 600 500] /Encoding << /Type /Encoding /Differences [1 /a1 /a2 /a3 /a4 /a5 /a6] >> /ToUnicode 6 0 R >>";
        objects[5] = Stream("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Odd def /CMapType 2 def 1 begincodespacerange <00> <FF> endcodespacerange\n6 beginbfchar <01> <FB01> <02> <F0B7> <03> <FFFD> <04> <00AD> <05> <2610> <06> <FB02> endbfchar endcmap end end");
        var kids = new List<int>();
        foreach (var page in _pages)
        {
            objects.Add(Stream($"BT\n{page}ET"));
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R >> >> /Contents {objects.Count} 0 R >>");
            kids.Add(objects.Count);
        }

        objects[1] = $"<< /Type /Pages /Kids [{string.Join(' ', kids.Select(kid => $"{kid} 0 R"))}] /Count {kids.Count} >>";
        return Written(objects, encrypted);
    }

    private static byte[] Written(List<string> objects, bool encrypted)
    {
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places) file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        // No password fits a made-up check value.
        var sealing = encrypted ? $" /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{new string('1', 64)}> /U <{new string('2', 64)}> >> /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]" : "";
        file.Append(CultureInfo.InvariantCulture, $"trailer << /Size {objects.Count + 1} /Root 1 0 R{sealing} >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    private static string Font(string name) => $"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>";

    private static string Stream(string text) => string.Create(CultureInfo.InvariantCulture, $"<< /Length {text.Length} >>\nstream\n{text}\nendstream");

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder();
        foreach (var c in text)
        {
            if (c is '(' or ')' or '\\') escaped.Append('\\').Append(c);
            else if (c == '\u2022') escaped.Append("\\225");
            else if (c == '\u2013') escaped.Append("\\226");
            else if (c < 32 || c is > (char)126 and < (char)256) escaped.Append(CultureInfo.InvariantCulture, $"\\{Convert.ToString(c, 8).PadLeft(3, '0')}");
            else escaped.Append(c);
        }

        return escaped.ToString();
    }
}
