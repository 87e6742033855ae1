using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace Bot.Knowledge.Articles;

/// <summary>The files of a set of content by relative path, wherever they lie: a folder, a release, a draft on top of either. Immutable.</summary>
public sealed class ContentFiles
{
    private const int MostUnpacked = 100 * 1024 * 1024;
    private static readonly string[] Kinds = [".md", ".yaml"];
    private readonly SortedList<string, string> _texts;

    private readonly Lazy<string> _hash;

    private ContentFiles(SortedList<string, string> texts)
    {
        _texts = texts;
        _hash = new(() => Convert.ToHexStringLower(SHA256.HashData(Json())));
    }

    /// <summary>SHA-256 over every path and text, in hexadecimal.</summary>
    public string Hash => _hash.Value;

    public IEnumerable<string> Paths => _texts.Keys;

    public string? Find(string path) => _texts.GetValueOrDefault(path);

    public static ContentFiles Of(IEnumerable<KeyValuePair<string, string>> texts)
    {
        var sorted = new SortedList<string, string>(StringComparer.Ordinal);
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
        var changed = new SortedList<string, string>(_texts, StringComparer.Ordinal);
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
        using (var stream = new BrotliStream(packed, CompressionLevel.Optimal)) stream.Write(Json());
        return packed.ToArray();
    }

    /// <summary>One object: texts by path. By hand, because a start that reflects on types takes longer than the writing.</summary>
    private byte[] Json()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            foreach (var (path, text) in _texts) json.WriteString(path, text);
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    /// <exception cref="JsonException">No object of texts.</exception>
    private static List<KeyValuePair<string, string>> FromJson(ReadOnlySpan<byte> json)
    {
        var texts = new List<KeyValuePair<string, string>>();
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw new JsonException();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var path = reader.GetString()!;
            if (!reader.Read() || reader.TokenType != JsonTokenType.String) throw new JsonException();
            texts.Add(KeyValuePair.Create(path, reader.GetString()!));
        }

        return texts;
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

            return Of(FromJson(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException("The release cannot be read.", e);
        }
    }
}
