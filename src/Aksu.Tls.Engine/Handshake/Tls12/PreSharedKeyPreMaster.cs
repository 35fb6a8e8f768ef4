using System.Buffers.Binary;
using Aksu.Cryptography;

namespace Aksu.Tls.Engine.Handshake.Tls12;

/// <summary>
/// The pre-master secret of suites with a pre-shared key: another secret and the key, each behind its length (RFC 4279 §2).
/// </summary>
internal static class PreSharedKeyPreMaster
{
    /// <summary>A pre-shared key alone: the other secret is as many zeros.</summary>
    public static Secret Of(Secret key)
    {
        using var zeros = new Secret(key.Length);
        return Of(zeros, key);
    }

    /// <summary>A pre-shared key and the secret of a Diffie-Hellman exchange; both stay the caller's.</summary>
    public static Secret Of(Secret other, Secret key)
    {
        var result = new Secret(sizeof(ushort) + other.Length + sizeof(ushort) + key.Length);
        Span<byte> rest = Put(result.Span, other);
        Put(rest, key);
        return result;
    }

    private static Span<byte> Put(Span<byte> destination, Secret part)
    {
        BinaryPrimitives.WriteUInt16BigEndian(destination, checked((ushort)part.Length));
        part.Span.CopyTo(destination[sizeof(ushort)..]);
        return destination[(sizeof(ushort) + part.Length)..];
    }
}
