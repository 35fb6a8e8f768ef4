using Aksu.Cryptography;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Suspensions;

/// <summary>The handshake needs a signature by a key that is elsewhere.</summary>
public sealed class SignatureRequest : SuspendedRequest
{
    internal SignatureRequest()
    {
    }

    /// <summary>The chain whose key has to sign.</summary>
    public required CertifiedKey Key { get; init; }

    /// <summary>The scheme.</summary>
    public required SignatureScheme Scheme { get; init; }

    /// <summary>The algorithm of the scheme.</summary>
    public required SignatureAlgorithm Algorithm { get; init; }

    /// <summary>What is signed; the algorithm hashes it.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    internal ReadOnlyMemory<byte> Signature { get; private set; }

    /// <summary>Gives the signature. It is the peer who finds out if it is wrong.</summary>
    public void Provide(ReadOnlyMemory<byte> signature)
    {
        if (signature.IsEmpty || signature.Length > 0xffff)
        {
            throw new ArgumentException("A signature has 1 to 65,535 bytes.", nameof(signature));
        }

        BeginAnswer();
        Signature = signature;
        EndAnswer();
    }

    /// <summary>The key could not sign: end the handshake.</summary>
    public void Fail(Exception why) => AnswerWith(Fault.CannotSign(why));
}
