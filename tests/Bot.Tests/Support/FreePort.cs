using System.Net;
using System.Net.Sockets;

namespace Bot.Tests.Support;

/// <summary>A port for another process. It lies below those that the system hands out by itself, so nobody takes it before that process does.</summary>
internal static class FreePort
{
    private static int last = Random.Shared.Next(10_000, 19_000);

    public static int Next()
    {
        while (true)
        {
            var port = 10_000 + (Interlocked.Increment(ref last) % 10_000);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody listens there already.
            }
        }
    }
}
