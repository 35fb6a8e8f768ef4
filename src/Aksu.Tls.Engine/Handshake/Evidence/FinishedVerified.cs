using System.Security.Cryptography;
using Aksu.Cryptography;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.KeySchedule;
using Aksu.Tls.Engine.KeySchedule.Tls12;

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

    /// <summary>Checks a Finished of TLS 1.2 or before (RFC 5246 §7.4.9) in fixed time.</summary>
    public static FinishedVerified Check(
        MasterSecret secret, TlsSide sender, ReadOnlySpan<byte> transcriptHash, ReadOnlySpan<byte> verifyData)
    {
        Span<byte> buffer = stackalloc byte[MasterSecret.FinishedLength];
        ReadOnlySpan<byte> expected = secret.ComputeFinished(sender, transcriptHash, buffer);
        return CryptographicOperations.FixedTimeEquals(expected, verifyData) ? Proof : throw Fault.BadFinished();
    }
}
