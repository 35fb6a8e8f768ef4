using System.Security.Cryptography;
using Aksu.Cryptography;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.KeySchedule;

namespace Aksu.Tls.Engine.Handshake.Evidence;

/// <summary>Proof that the peer saw the same handshake and holds its keys. Only the check makes it.</summary>
internal sealed class FinishedVerified
{
    private static readonly FinishedVerified Proof = new();

    private FinishedVerified()
    {
    }

    /// <summary>Checks a TLS 1.3 Finished (RFC 9846 §4.5.3) in fixed time.</summary>
    public static FinishedVerified Check(TrafficSecret secret, ReadOnlySpan<byte> transcriptHash, ReadOnlySpan<byte> verifyData)
    {
        Span<byte> buffer = stackalloc byte[HashFunction.MaxSize];
        ReadOnlySpan<byte> expected = secret.ComputeFinished(transcriptHash, buffer);
        return CryptographicOperations.FixedTimeEquals(expected, verifyData) ? Proof : throw Fault.BadFinished();
    }
}
