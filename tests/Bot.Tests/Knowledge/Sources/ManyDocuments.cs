using System.Globalization;
using System.Text;
using Bot.Knowledge.Documents;
using Bot.Tests.Knowledge.Documents.Made;

namespace Bot.Tests.Knowledge.Sources;

/// <summary>Generates a folder of documents in mixed formats, the same for the same number: policies with six headed parts, and files of questions and answers.</summary>
internal sealed class ManyDocuments
{
    private const int Parts = 6, SentencesInAPart = 7, WordsInASentence = 14;

    private static readonly string[] Subjects = ["Leave", "Travel", "Parking", "Training", "Records", "Catering", "Estates", "Payroll", "Volunteering", "Safety", "Meetings", "Equipment"];
    private static readonly string[] Topics = ["who it covers", "how to ask", "what it costs", "who decides", "what is kept", "when it is reviewed", "where to complain", "what changes next"];
    private static readonly string[] Words =
        ("the a of to in and for with is are may must staff lead form week month year office desk team approval request reason copy evidence cost claim limit notice rota visit room key badge "
        + "ward site gate store vehicle order invoice budget review date record letter panel appeal answer question member governor council partner trust service manager colleague patient carer").Split(' ');

    private readonly Random _random = new(7);

    public static void WriteTo(string folder, int count)
    {
        var many = new ManyDocuments();
        for (var i = 0; i < count; i++)
        {
            var (name, bytes) = many.Document(i);
            var file = Path.Combine(folder, $"area-{i % 10}", name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes);
        }
    }

    private (string Name, byte[] Bytes) Document(int i)
    {
        var subject = $"{Subjects[i % Subjects.Length]} {i.ToString("0000", CultureInfo.InvariantCulture)}";
        var stem = subject.Replace(' ', '-').ToLowerInvariant();
        return (i % 20) switch
        {
            < 6 => ($"{stem}.docx", Word(subject)),
            < 10 => ($"{stem}.pdf", Pdf(subject)),
            < 13 => ($"{stem}.html", Encoding.UTF8.GetBytes(Html(subject))),
            < 15 => ($"{stem}.md", Encoding.UTF8.GetBytes(Markdown(subject))),
            15 => ($"{stem}.txt", Encoding.UTF8.GetBytes(Markdown(subject).Replace("#", "", StringComparison.Ordinal))),
            16 => ($"{stem}.tsv", PairWriter.Write("a.tsv", Pairs(subject), [])!),
            17 => ($"{stem}.xlsx", PairWriter.Write("a.xlsx", Pairs(subject), [])!),
            18 => ($"{stem}.json", PairWriter.Write("a.json", Pairs(subject), [])!),
            _ => ($"{stem}.csv", Encoding.UTF8.GetBytes("Question,Answer\n" + string.Concat(Pairs(subject).Select(p => $"\"{p.Questions[0]}\",\"{p.Answer}\"\n")))),
        };
    }

    private byte[] Word(string subject)
    {
        var body = new StringBuilder(WordFile.Styled("Title", subject));
        foreach (var (heading, lines) in PartsOf(subject)) body.Append(WordFile.Styled("Heading1", heading)).Append(string.Concat(lines.Select(line => WordFile.P(line))));
        return WordFile.Of(body.ToString(), """<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>""");
    }

    private byte[] Pdf(string subject)
    {
        var pdf = new PdfFile();
        foreach (var pair in PartsOf(subject).Chunk(2))
        {
            pdf.Page();
            foreach (var (heading, lines) in pair)
            {
                pdf.Heading(heading);
                foreach (var line in lines) pdf.Text([.. line.Chunk(85).Select(part => new string(part).Trim())]);
            }
        }

        return pdf.Bytes();
    }

    private string Html(string subject) =>
        $"<!doctype html><html><head><title>{subject}</title></head><body><nav><a href=\"/\">Home</a></nav><main><h1>{subject}</h1>"
        + string.Concat(PartsOf(subject).Select(part => $"<h2>{part.Heading}</h2>{string.Concat(part.Lines.Select(line => $"<p>{line}</p>"))}")) + "</main><footer>Printed</footer></body></html>";

    private string Markdown(string subject) =>
        $"# {subject}\n\n" + string.Concat(PartsOf(subject).Select(part => $"## {part.Heading}\n\n{string.Join("\n\n", part.Lines)}\n\n"));

    private Pair[] Pairs(string subject) =>
        [.. PartsOf(subject).Select((part, i) => new Pair { Id = i + 1, Questions = [$"{part.Heading}?"], Answer = string.Join(' ', part.Lines.Take(3)), Source = subject })];

    private IReadOnlyList<(string Heading, string[] Lines)> PartsOf(string subject) =>
        [.. Enumerable.Range(0, Parts).Select(n => ($"{subject}, {Topics[(n + subject.Length) % Topics.Length]}", Enumerable.Range(0, SentencesInAPart).Select(_ => Sentence()).ToArray()))];

    private string Sentence()
    {
        var words = Enumerable.Range(0, WordsInASentence).Select(_ => Words[_random.Next(Words.Length)]).ToArray();
        words[0] = char.ToUpperInvariant(words[0][0]) + words[0][1..];
        return string.Join(' ', words) + ".";
    }
}
