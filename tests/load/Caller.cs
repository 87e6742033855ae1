using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Load;

/// <summary>One connection that asks and waits for the answer: HTTP/1.1 by hand, so that the measuring costs little.</summary>
internal sealed class Caller : IDisposable
{
    private static readonly byte[] HeadersEnd = "\r\n\r\n"u8.ToArray();
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = 30_000 };
    private readonly int _port;
    private byte[] _buffer = new byte[64 * 1024];

    public Caller(int port) => _socket.Connect(IPAddress.Loopback, _port = port);

    /// <returns>The status.</returns>
    public int Post(byte[] body)
    {
        var head = Encoding.ASCII.GetBytes($"POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1:{_port}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n");
        _socket.Send([new ArraySegment<byte>(head), new ArraySegment<byte>(body)]);
        var read = 0;
        for (var whole = int.MaxValue; read < whole;)
        {
            if (read == _buffer.Length) Array.Resize(ref _buffer, read * 2);
            var more = _socket.Receive(_buffer, read, _buffer.Length - read, SocketFlags.None);
            if (more == 0) throw new IOException("The connection was closed before the answer was there.");
            read += more;
            if (whole == int.MaxValue && _buffer.AsSpan(0, read).IndexOf(HeadersEnd) is >= 0 and var end)
                whole = end + HeadersEnd.Length + ContentLength(_buffer.AsSpan(0, end));
        }

        return int.Parse(_buffer.AsSpan(9, 3), CultureInfo.InvariantCulture);
    }

    public void Dispose() => _socket.Dispose();

    private static int ContentLength(ReadOnlySpan<byte> head)
    {
        var text = Encoding.ASCII.GetString(head);
        var at = text.IndexOf("content-length:", StringComparison.OrdinalIgnoreCase);
        if (at < 0) throw new InvalidDataException("The answer does not say how long it is.");
        at += "content-length:".Length;
        var end = text.IndexOf('\r', at);
        return int.Parse(end < 0 ? text.AsSpan(at) : text.AsSpan(at, end - at), CultureInfo.InvariantCulture);
    }
}
