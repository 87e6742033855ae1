using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Bot.Features.Questions.Certificates;

/// <summary>
/// The number of an answer: made from what was said, from which release and on which day, so that the same answer has the same number everywhere.
/// Eleven signs and a twelfth that finds every wrong sign and every two that changed places. No two signs look alike.
/// </summary>
public static class CertificateId
{
    // A prime number of them, or the last sign would miss some slips.
    private const string Signs = "23456789ACDEFHJKNPRTVWX";
    private const int Length = 12, Group = 4;

    // Signs that are not used, but are what somebody may see or hear in the place of one.
    private const string Misread = "BGMSUYZ", Meant = "86N5VV2";

    public static string Of(params ReadOnlySpan<string> parts)
    {
        var text = string.Join('\n', parts!);
        var number = BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        var id = new char[Length];
        for (var i = 0; i < Length - 1; i++, number /= (ulong)Signs.Length) id[i] = Signs[(int)(number % (ulong)Signs.Length)];
        id[^1] = Signs.First(sign => Sum([.. id[..^1], sign]) == 0);
        return new string(id);
    }

    /// <summary>In groups, as it is read aloud: "K7RF-3NHT-9X2C".</summary>
    public static string Spoken(string id) => string.Join('-', id.Chunk(Group).Select(group => new string(group)));

    /// <summary>The number in what somebody typed; null where it has a slip.</summary>
    public static string? Read(string? text)
    {
        if (text is not { Length: > 0 and <= 60 }) return null;
        var signs = text.ToUpperInvariant().Where(sign => sign is not (' ' or '-' or '.' or '\u2013'))
            .Select(sign => Misread.IndexOf(sign) is var at and >= 0 ? Meant[at] : sign).ToArray();
        return signs.Length == Length && signs.All(sign => Signs.Contains(sign)) && Sum(signs) == 0 ? new string(signs) : null;
    }

    private static int Sum(ReadOnlySpan<char> signs)
    {
        var sum = 0;
        for (var i = 0; i < signs.Length; i++) sum += (i + 1) * Signs.IndexOf(signs[i]);
        return sum % Signs.Length;
    }
}
