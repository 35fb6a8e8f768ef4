using System.Buffers.Binary;
using Aksu.Cryptography;

namespace Aksu.Pki.Transparency;

/// <summary>A log's promise to show a certificate (RFC 6962 §3.2).</summary>
internal readonly ref struct SignedCertificateTimestamp
{
    private const int IdLength = 32;
    private const int HeaderLength = 1 + IdLength + 8 + 2;

    private SignedCertificateTimestamp(
        ReadOnlySpan<byte> logId, ulong timestamp, ReadOnlySpan<byte> extensions, SignatureAlgorithm? algorithm,
            ReadOnlySpan<byte> signature)
    {
        LogId = logId;
        Timestamp = timestamp;
        Extensions = extensions;
        Algorithm = algorithm;
        Signature = signature;
    }

    public ReadOnlySpan<byte> LogId { get; }

    /// <summary>Milliseconds since 1970.</summary>
    public ulong Timestamp { get; }

    public ReadOnlySpan<byte> Extensions { get; }

    /// <summary>Null when it is none that logs may use (RFC 6962 §2.1.4: ECDSA P-256 or RSA, with SHA-256).</summary>
    public SignatureAlgorithm? Algorithm { get; }

    public ReadOnlySpan<byte> Signature { get; }

    /// <summary>Reads one serialized SCT of version 1; false if it is of another version or malformed.</summary>
    public static bool TryRead(ReadOnlySpan<byte> source, out SignedCertificateTimestamp timestamp)
    {
        const byte VersionOne = 0;
        timestamp = default;
        if (source.Length < HeaderLength || source[0] != VersionOne)
        {
            return false;
        }

        ReadOnlySpan<byte> rest = source[(HeaderLength - 2)..];
        if (!TryReadVector(ref rest, out ReadOnlySpan<byte> extensions) || rest.Length < 2)
        {
            return false;
        }

        // SignatureAndHashAlgorithm (RFC 5246 §7.4.1.4.1): hash, then signature.
        SignatureAlgorithm? algorithm = (rest[0], rest[1]) switch
        {
            (4, 1) => SignatureAlgorithm.RsaPkcs1Sha256,
            (4, 3) => SignatureAlgorithm.EcdsaSha256,
            _ => null,
        };
        rest = rest[2..];
        if (!TryReadVector(ref rest, out ReadOnlySpan<byte> signature) || !rest.IsEmpty)
        {
            return false;
        }

        ulong time = BinaryPrimitives.ReadUInt64BigEndian(source[(1 + IdLength)..]);
        timestamp = new SignedCertificateTimestamp(source.Slice(1, IdLength), time, extensions, algorithm, signature);
        return true;
    }

    /// <summary>Takes opaque&lt;0..2^16-1&gt; from the front.</summary>
    public static bool TryReadVector(scoped ref ReadOnlySpan<byte> source, out ReadOnlySpan<byte> vector)
    {
        vector = default;
        if (source.Length < 2)
        {
            return false;
        }

        int length = BinaryPrimitives.ReadUInt16BigEndian(source);
        if (source.Length < 2 + length)
        {
            return false;
        }

        vector = source.Slice(2, length);
        source = source[(2 + length)..];
        return true;
    }
}
