using System.Text;

namespace Bot.Knowledge.Documents;

/// <summary>Bytes of a text file of unknown encoding.</summary>
internal static class TextBytes
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    // What the bytes 0x80 to 0x9F mean in Windows-1252; the rest is Latin-1.
    private const string Windows = "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    public static string Decode(byte[] bytes, List<string> warnings)
    {
        if (bytes is [0xFF, 0xFE, ..]) return Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2);
        if (bytes is [0xFE, 0xFF, ..]) return Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2);
        if (bytes is [0xEF, 0xBB, 0xBF, ..]) bytes = bytes[3..];
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            warnings.Add("The file is not in UTF-8. It was read as Windows-1252: look at letters with accents and at quotation marks.");
            return Windows1252(bytes);
        }
    }

    public static string Windows1252(byte[] bytes) => string.Create(bytes.Length, bytes, static (text, from) =>
    {
        for (var i = 0; i < from.Length; i++) text[i] = from[i] is >= 0x80 and <= 0x9F ? Windows[from[i] - 0x80] : (char)from[i];
    });
}
