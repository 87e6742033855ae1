using System.Buffers.Text;

namespace Bot.Activities;

/// <summary>
/// JSON may spell half a character, such as "\ud83d" alone. No .NET string can be made of it, and the reader finds out only
/// when somebody asks for the value, so it is looked for at the door.
/// </summary>
internal static class SurrogateEscapes
{
    public static bool AnyAlone(ReadOnlySpan<byte> json)
    {
        var at = json.IndexOf((byte)'\\');
        if (at < 0)
            return false;
        var highBefore = false;
        while (at < json.Length)
        {
            if (json[at] != '\\')
            {
                if (highBefore)
                    return true;
                var next = json[at..].IndexOf((byte)'\\');
                if (next < 0)
                    return false;
                at += next;
                continue;
            }

            var unit = UnitAt(json, at);
            if (highBefore != char.IsLowSurrogate(unit))
                return true;
            highBefore = char.IsHighSurrogate(unit);
            at += unit == 0 ? 2 : 6;
        }

        return highBefore;
    }

    // 0 for any other escape.
    private static char UnitAt(ReadOnlySpan<byte> json, int at) =>
        at + 6 <= json.Length
        && json[at + 1] == 'u'
        && Utf8Parser.TryParse(json.Slice(at + 2, 4), out ushort unit, out var read, 'x')
        && read == 4
            ? (char)unit
            : '\0';
}
