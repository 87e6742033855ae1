using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Bot.Knowledge.Articles;

/// <summary>The files of a set of content by relative path, wherever they lie: a folder, a release, a draft on top of either. Immutable.</summary>
public sealed class ContentFiles
{
    private const int MostUnpacked = 100 * 1024 * 1024;
    private static readonly string[] Kinds = [".md", ".yaml"];
    private readonly SortedDictionary<string, string> _texts;

    private readonly Lazy<string> _hash;

    private ContentFiles(SortedDictionary<string, string> texts)
    {
        _texts = texts;
        _hash = new(() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(_texts))));
    }

    /// <summary>SHA-256 over every path and text, in hexadecimal.</summary>
    public string Hash => _hash.Value;

    public IEnumerable<string> Paths => _texts.Keys;

    public string? Find(string path) => _texts.GetValueOrDefault(path);

    public static ContentFiles Of(IEnumerable<KeyValuePair<string, string>> texts)
    {
        var sorted = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, text) in texts) sorted[path] = text.ReplaceLineEndings("\n");
        return new ContentFiles(sorted);
    }

    /// <exception cref="ContentException">There is no such folder.</exception>
    public static ContentFiles FromFolder(string folder)
    {
        if (!Directory.Exists(folder))
            throw new ContentException([new Problem(folder, 1, "The content folder is not there. Set Bot:Knowledge:Folder to a folder of articles.")]);
        return Of(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Kinds.Contains(Path.GetExtension(file)))
            .Select(file => KeyValuePair.Create(Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText(file))));
    }

    /// <summary>The same files with one of them written anew, or taken away where the text is null.</summary>
    public ContentFiles With(string path, string? text) => With([KeyValuePair.Create(path, text)]);

    /// <summary>The same files with many of them written anew or taken away.</summary>
    public ContentFiles With(IEnumerable<KeyValuePair<string, string?>> changes)
    {
        var changed = new SortedDictionary<string, string>(_texts, StringComparer.Ordinal);
        foreach (var (path, text) in changes)
        {
            if (text is null) changed.Remove(path);
            else changed[path] = text.ReplaceLineEndings("\n");
        }

        return new ContentFiles(changed);
    }

    public void WriteTo(string folder)
    {
        foreach (var (path, text) in _texts)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
    }

    public byte[] Pack()
    {
        using var packed = new MemoryStream();
        using (var stream = new BrotliStream(packed, CompressionLevel.Optimal)) JsonSerializer.Serialize(stream, _texts);
        return packed.ToArray();
    }

    /// <exception cref="InvalidDataException">The bytes are no packed content.</exception>
    public static ContentFiles Unpack(byte[] packed)
    {
        try
        {
            using var stream = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
            var bytes = new MemoryStream();
            var buffer = new byte[81920];
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                bytes.Write(buffer, 0, read);
                if (bytes.Length > MostUnpacked) throw new InvalidDataException("The release is larger than any set of content.");
            }

            return Of(JsonSerializer.Deserialize<Dictionary<string, string>>(Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length)) ?? []);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException("The release cannot be read.", e);
        }
    }
}
