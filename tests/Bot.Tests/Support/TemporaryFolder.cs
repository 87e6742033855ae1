namespace Bot.Tests.Support;

internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("icsguide-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
