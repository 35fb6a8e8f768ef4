using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Records;

/// <summary>
/// Looks at the first bytes of a connection, so that somebody who reached the wrong port, or an ancient peer, gets an error that says so.
/// </summary>
internal static class FirstBytes
{
    public static void Check(ReadOnlySpan<byte> start)
    {
        if (start.IsEmpty)
        {
            return;
        }

        byte first = start[0];
        if (first == ContentType.Handshake.Value || first == ContentType.Alert.Value || first == ContentType.ChangeCipherSpec.Value)
        {
            // Every version since SSL 3.0 has the major version 3 on the wire.
            if (start.Length >= 2 && start[1] != 3)
            {
                throw Fault.NotTls();
            }

            return;
        }

        // An SSL 2.0 ClientHello: a two-byte length with the top bit set, then message type 1 (RFC 5246 §E.2).
        if ((first & 0x80) != 0 && start.Length >= 3 && start[2] == 1)
        {
            throw Fault.Ssl2Hello();
        }

        if (LooksLikeHttp(start))
        {
            throw Fault.PlainHttp();
        }

        // An HTTP word or an SSL 2.0 hello may still be incomplete.
        if (start.Length >= 5)
        {
            throw Fault.NotTls();
        }
    }

    private static bool LooksLikeHttp(ReadOnlySpan<byte> start) =>
        start.StartsWith("HTTP/"u8) || start.StartsWith("GET "u8) || start.StartsWith("POST"u8) || start.StartsWith("HEAD"u8)
        || start.StartsWith("PUT "u8) || start.StartsWith("OPTI"u8) || start.StartsWith("CONN"u8) || start.StartsWith("DELE"u8);
}
