using Aksu.Tls.Engine.Crypto;

namespace Aksu.Inspection.Connections;

/// <summary>A key that opens the records of one side, with its name.</summary>
/// <param name="Name">The name of the secret that it comes from.</param>
/// <param name="Opener">Opens records.</param>
/// <param name="Iv">The vector that nonces are made with; empty where secrets are not shown, or records carry their nonce.</param>
internal sealed record RecordKey(string Name, RecordOpener Opener, byte[] Iv) : IDisposable
{
    /// <summary>The nonce of a record (RFC 9846 §5.3); null when it cannot be told.</summary>
    public ReadOnlyMemory<byte>? NonceOf(ulong sequence)
    {
        if (Iv.Length == 0)
        {
            return null;
        }

        byte[] nonce = [.. Iv];
        for (int i = 0; i < sizeof(ulong); i++)
        {
            nonce[^(i + 1)] ^= (byte)(sequence >> (8 * i));
        }

        return nonce;
    }

    public void Dispose() => Opener.Dispose();
}
