using Bot.Knowledge.Articles;
using Bot.Knowledge.Documents;
using Bot.Knowledge.Drafts;
using Bot.Knowledge.Importing;

namespace Bot.Commands;

/// <summary><c>kb import</c>: a folder of articles, a document, or a folder of documents.</summary>
internal sealed class KbImport(CommandHost host, bool asJson)
{
    private const string SourcesFile = "sources.yaml";

    private sealed record Refused(string Name, string Problem);

    public async Task<int> RunAsync(string from, Editor editor, CancellationToken ct)
    {
        if (File.Exists(from)) return await DocumentsAsync([(from, Path.GetFileName(from))], Path.GetFileName(from), editor, ct);
        if (!Directory.Exists(from)) return KbOutput.Refuse(asJson, "There is no such folder or file.", ExitCodes.Usage);
        if (File.Exists(Path.Combine(from, SourcesFile))) return await ArticlesAsync(from, editor, ct);
        var files = Documents(from).ToArray();
        return files.Length > 0 ? await DocumentsAsync(files, "import", editor, ct)
            : KbOutput.Refuse(asJson, $"The folder holds neither articles (with {SourcesFile} beside them) nor documents that are read ({string.Join(", ", DocumentReader.Endings)}).", ExitCodes.Usage);
    }

    private async Task<int> ArticlesAsync(string folder, Editor editor, CancellationToken ct)
    {
        var drafting = host.Get<Drafting>();
        var problems = await drafting.ReplaceAsync(ContentFiles.FromFolder(folder), "import", editor, ct);
        var draft = await drafting.CurrentAsync(ct);
        KbOutput.Write(asJson, new { Changes = draft.Changes.Select(change => new { change.Path, change.Kind }), Problems = problems.Select(KbOutput.Json) },
            problems.Count > 0 ? problems.Select(problem => problem.ToString()) : KbDrafts.Lines(draft, []));
        return problems.Count > 0 ? ExitCodes.Problems : ExitCodes.Done;
    }

    // One document that is refused keeps no other out.
    private async Task<int> DocumentsAsync(IReadOnlyList<(string Path, string Name)> files, string origin, Editor editor, CancellationToken ct)
    {
        var (read, refused) = (new List<ReadDocument>(), new List<Refused>());
        foreach (var (path, name) in files)
        {
            try
            {
                read.Add(await DocumentReader.ReadFileAsync(path, name, ct));
            }
            catch (DocumentException e)
            {
                refused.Add(new Refused(name, e.Message));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                refused.Add(new Refused(name, "The file cannot be opened. Close it elsewhere, or see who may read it."));
            }
        }

        var imported = await host.Get<DocumentImport>().RunAsync(read, origin, editor, ct);
        var draft = await host.Get<Drafting>().CurrentAsync(ct);
        KbOutput.Write(asJson, Json(read, refused, imported, draft), Lines(read, refused, imported, draft));
        return refused.Count > 0 || imported.Problems.Count > 0 ? ExitCodes.Problems : ExitCodes.Done;
    }

    private static IEnumerable<(string Path, string Name)> Documents(string folder)
    {
        var endings = DocumentReader.Endings.ToHashSet(StringComparer.OrdinalIgnoreCase);
        // Office leaves files that begin with "~$" beside open documents.
        return Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint })
            .Where(path => endings.Contains(Path.GetExtension(path)) && !Path.GetFileName(path).StartsWith("~$", StringComparison.Ordinal))
            .Select(path => (path, Path.GetRelativePath(folder, path).Replace('\\', '/'))).OrderBy(file => file.Item2, StringComparer.Ordinal);
    }

    private static string Count(int number, string what) => $"{number} {what}{(number == 1 ? "" : "s")}";

    private static IEnumerable<string> Lines(List<ReadDocument> read, List<Refused> refused, Imported imported, Draft draft)
    {
        foreach (var document in read)
        {
            yield return $"{document.Name}: {Count(document.Passages.Count, "passage")} and {Count(document.Pairs.Count, "pair")} read.";
            foreach (var dropped in document.Dropped)
                yield return $"  left out: {dropped.What} ({dropped.Times}). {dropped.Why}{(dropped.Example.Length > 0 ? $" For example \"{dropped.Example}\"." : "")}";
            foreach (var warning in document.Warnings) yield return $"  warning: {warning}";
            if (document.Synonyms.Count > 0) yield return $"  left out: sets of synonyms ({document.Synonyms.Count}). Write those that you want into synonyms.yaml.";
        }

        foreach (var (name, problem) in refused) yield return $"{name}: {problem}";
        foreach (var problem in imported.Problems) yield return problem.ToString();
        if (imported.Problems.Count > 0) yield return "Nothing was kept.";
        else foreach (var line in KbDrafts.Lines(draft, imported.Changes.Alikes)) yield return line;
    }

    private static object Json(List<ReadDocument> read, List<Refused> refused, Imported imported, Draft draft) => new
    {
        Documents = read.Select(document => new
        {
            document.Name,
            document.Title,
            Passages = document.Passages.Select(passage => new { passage.Heading, passage.Section, passage.Page, passage.Text }),
            Pairs = document.Pairs.Select(pair => new { pair.Questions, pair.Answer, pair.Section, pair.Page }),
            document.Dropped,
            document.Warnings,
            document.Synonyms,
        }),
        Refused = refused,
        Alikes = imported.Changes.Alikes.Select(alike => new { alike.Path, alike.Question, LooksLike = KbDrafts.Json(alike) }),
        Problems = imported.Problems.Select(KbOutput.Json),
        Changes = draft.Changes.Select(change => new { change.Path, change.Kind, change.Row.Origin }),
    };
}
