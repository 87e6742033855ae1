using System.Security.Cryptography;
using System.Text;
using Bot.Knowledge.Articles;

namespace Bot.Knowledge.Releases;

/// <summary>One hash over everything a release is made from, so that a built model is only used for what it was built from.</summary>
internal static class ReleaseHash
{
    public static string Of(ContentFiles content, string records)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(content.Hash));
        // Where the records are missing, whoever reads them says so.
        var files = Directory.Exists(records) ? Directory.GetFiles(records, "*", SearchOption.AllDirectories) : [];
        Array.Sort(files, StringComparer.Ordinal);
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(records, file).Replace('\\', '/')));
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}
