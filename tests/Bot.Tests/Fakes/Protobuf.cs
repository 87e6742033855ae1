using System.Text;

namespace Bot.Tests.Fakes;

/// <summary>A message of protocol buffers, read by the numbers of its fields; enough for what a collector gets.</summary>
internal sealed class Protobuf
{
    private readonly List<(int Field, ReadOnlyMemory<byte> Bytes, ulong Number)> _fields = [];

    public Protobuf(ReadOnlyMemory<byte> bytes)
    {
        for (var at = 0; at < bytes.Length;)
        {
            var key = Varint(bytes.Span, ref at);
            var field = (int)(key >> 3);
            switch (key & 7)
            {
                case 0: _fields.Add((field, default, Varint(bytes.Span, ref at))); break;
                case 1: at += 8; break;
                case 5: at += 4; break;
                case 2:
                    var length = (int)Varint(bytes.Span, ref at);
                    _fields.Add((field, bytes.Slice(at, length), 0));
                    at += length;
                    break;
                default: throw new InvalidDataException("No protocol buffer.");
            }
        }
    }

    public IEnumerable<Protobuf> All(params int[] path) =>
        path.Length == 0 ? [this] : _fields.Where(field => field.Field == path[0]).SelectMany(field => new Protobuf(field.Bytes).All(path[1..]));

    public string Text(int field) => Encoding.UTF8.GetString(Bytes(field).Span);

    public string Hex(int field) => Convert.ToHexStringLower(Bytes(field).Span);

    public ulong Number(int field) => _fields.FirstOrDefault(found => found.Field == field).Number;

    /// <summary>Key and value of each attribute in a field, as words.</summary>
    public Dictionary<string, string> Attributes(int field) => All(field).ToDictionary(
        pair => pair.Text(1), pair => pair.All(2).Select(value => value.Text(1) is { Length: > 0 } text ? text : value.Number(3).ToString()).FirstOrDefault() ?? "");

    private ReadOnlyMemory<byte> Bytes(int field) => _fields.FirstOrDefault(found => found.Field == field).Bytes;

    private static ulong Varint(ReadOnlySpan<byte> bytes, ref int at)
    {
        for (var (value, shift) = (0UL, 0); ; shift += 7)
        {
            var next = bytes[at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) return value;
        }
    }
}
