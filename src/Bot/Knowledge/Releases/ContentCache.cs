using Bot.Knowledge.Articles;
using Microsoft.Extensions.Logging;

namespace Bot.Knowledge.Releases;

/// <summary>
/// Content as it was read and checked once, kept beside the model. That it is there also says that the records of the revision were found good.
/// A program of another build reads and checks again: its rules or its form may differ.
/// </summary>
internal sealed class ContentCache(string folder, ILogger logger)
{
    private static readonly string Build = typeof(ContentCache).Module.ModuleVersionId.ToString("N")[..12];

    private readonly KeptFiles _files = new(folder, "content");

    /// <returns>Null where it was not kept, or cannot be read.</returns>
    public Content? Load(string revision)
    {
        var file = _files.PathOf(NameOf(revision));
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

    /// <summary>To be called once content and records were found good: from then on neither is checked again.</summary>
    public void Keep(string revision, Content content)
    {
        try
        {
            _files.Write(NameOf(revision), stream => ContentBytes.Write(content, stream));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.ContentNotKept(logger, e.Message);
        }
    }

    private static string NameOf(string revision) => $"{revision}-{Build}";
}
