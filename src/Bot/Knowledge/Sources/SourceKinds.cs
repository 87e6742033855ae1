namespace Bot.Knowledge.Sources;

/// <summary>Opens a source by its kind.</summary>
public sealed class SourceKinds(WebPages pages, IEnumerable<ISharePoint> sharePoint, TimeProvider time)
{
    internal ISource Open(ConfiguredSource source) => source.Kind switch
    {
        SourceKind.Page => new PageSource(new Uri(source.Where), pages, time),
        SourceKind.SharePoint => new SharePointSource(new Uri(source.Where), sharePoint.FirstOrDefault()),
        _ => new FolderSource(source.Where),
    };
}
