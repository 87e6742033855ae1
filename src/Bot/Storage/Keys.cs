using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Bot.Storage;

/// <summary>Text from outside, made fit for both databases.</summary>
internal static class Keys
{
    // PostgreSQL indexes at most about 2,700 bytes a row, and a key may hold two ids.
    private const int LongestId = 300;

    /// <summary>The id itself; a digest where PostgreSQL could not hold it (too long, a NUL, half a surrogate pair).</summary>
    public static string Of(string id)
    {
        if (id.Length <= LongestId && Fits(id))
        {
            return id;
        }

        return "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Bytes(id)));
    }

    /// <summary>Text that both databases keep unchanged, at most <paramref name="most"/> characters of it.</summary>
    public static string Text(string text, int most)
    {
        if (text.Length > most)
        {
            text = text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
        }

        if (Fits(text))
        {
            return text;
        }

        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            kept.Append(rune.Value == 0 ? Rune.ReplacementChar.ToString() : rune.ToString());
        }

        return kept.ToString();
    }

    /// <summary>The characters as they are: an encoding would make all broken ones alike.</summary>
    public static ReadOnlySpan<byte> Bytes(string text) => MemoryMarshal.AsBytes(text.AsSpan());

    private static bool Fits(string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal)) return false;
        if (!text.AsSpan().ContainsAnyInRange('\ud800', '\udfff')) return true;
        for (var i = 0; i < text.Length; i++)
        {
            if ((char.IsLowSurrogate(text[i]) && (i == 0 || !char.IsHighSurrogate(text[i - 1])))
                || (char.IsHighSurrogate(text[i]) && (i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))))
            {
                return false;
            }
        }

        return true;
    }
}
