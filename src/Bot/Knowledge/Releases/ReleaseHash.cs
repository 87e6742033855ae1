using System.Security.Cryptography;
using System.Text;
using Bot.Knowledge.Articles;

namespace Bot.Knowledge.Releases;

/// <summary>One hash over everything a release is made from, so that a built model is only used for what it was built from.</summary>
internal static class ReleaseHash
{
    public static string Of(ContentFiles files, string records)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(files.Hash));
        foreach (var file in Directory.EnumerateFiles(records, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(records, file).Replace('\\', '/')));
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}
