using Bot.Knowledge.Articles;
using Microsoft.Extensions.Logging;

namespace Bot.Knowledge.Releases;

/// <summary>
/// Content as it was read and checked once, kept beside the model. A program of another build reads and checks again: its rules or its form
/// may differ.
/// </summary>
internal sealed class ContentCache(string folder, ILogger logger)
{
    private static readonly string Build = typeof(ContentCache).Module.ModuleVersionId.ToString("N")[..12];

    private readonly KeptFiles _files = new(folder, "content");

    /// <exception cref="ContentException">The content has problems; all of them are listed.</exception>
    public Content LoadOrRead(ContentFiles files, string revision)
    {
        var name = $"{revision}-{Build}";
        if (Load(_files.PathOf(name)) is { } kept) return kept;
        var read = ContentFolder.Read(files);
        var content = read.Content ?? throw new ContentException(read.Problems);
        Keep(name, content);
        return content;
    }

    private Content? Load(string file)
    {
        try
        {
            return File.Exists(file) ? ContentBytes.Read(File.ReadAllBytes(file)) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Log.ContentUnreadable(logger, Path.GetFileName(file), e.Message);
            return null;
        }
    }

    private void Keep(string name, Content content)
    {
        try
        {
            _files.Write(name, stream => ContentBytes.Write(content, stream));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.ContentNotKept(logger, e.Message);
        }
    }
}
