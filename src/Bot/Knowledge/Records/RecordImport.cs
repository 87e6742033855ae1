using Bot.Knowledge.Records.Files;

namespace Bot.Knowledge.Records;

/// <summary>Turns a folder in the layout of the published extract into this project's compact files. The layout is in Data/README.md.</summary>
public static class RecordImport
{
    /// <summary>Files that people keep by hand; an import leaves them as they are.</summary>
    public static readonly IReadOnlyList<string> KeptByHand = ["abroad.csv", "bearers.csv", "exceptions.csv", "ordinary.csv", "tiles.csv", "README.md"];

    /// <summary>Writes nothing unless the new files load without a problem. Returns every problem at once; none means that it is done.</summary>
    public static IReadOnlyList<RecordProblem> Run(string from, string to)
    {
        var problems = new List<RecordProblem>();
        var extract = Extract.Read(from, problems);
        if (problems.Count > 0) return problems;
        var files = CompactFiles.Of(extract, problems);
        if (problems.Count > 0) return problems;

        var staging = Directory.CreateTempSubdirectory("records-").FullName;
        try
        {
            foreach (var (name, text) in files) File.WriteAllText(Path.Combine(staging, name), text);
            foreach (var name in KeptByHand.Where(n => File.Exists(Path.Combine(to, n)))) File.Copy(Path.Combine(to, name), Path.Combine(staging, name));
            problems.AddRange(RecordSet.Load(staging).Problems);
            if (problems.Count > 0) return problems;
            Directory.CreateDirectory(to);
            foreach (var name in files.Keys) File.Copy(Path.Combine(staging, name), Path.Combine(to, name), overwrite: true);
            return [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [new RecordProblem("", 1, $"The files cannot be written: {e.Message}")];
        }
        finally
        {
            Directory.Delete(staging, recursive: true);
        }
    }
}
