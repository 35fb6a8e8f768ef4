using System.Buffers.Binary;
using Aksu.Ca;
using Aksu.Pki;
using Aksu.Testing;

namespace Aksu.Fuzz.Targets;

/// <summary>
/// A chain as a peer may send it, each certificate with two bytes of length; the last one is trusted, and every signature is right. The
/// first byte says who it is verified for.
/// </summary>
internal static class CertificatePathTarget
{
    private const int MaxCertificates = 16;

    private static readonly CertificateProfile[] Profiles = Enum.GetValues<CertificateProfile>();
    private static readonly NullCryptographyProvider Provider = new();
    private static readonly ManualTime Clock = new();

    public static FuzzTarget Target { get; } = new("certificate-paths", Run, Seeds);

    private static void Run(ReadOnlyMemory<byte> input)
    {
        if (input.IsEmpty)
        {
            return;
        }

        int choice = input.Span[0];
        List<ReadOnlyMemory<byte>> chain = Cut(input[1..]);
        TrustStore trust = TrustStore.Empty;
        try
        {
            trust = chain.Count == 0 ? trust : TrustStore.Of(Certificate.Parse(chain[^1].Span));
        }
        catch (CertificateException)
        {
        }

        CertificateProfile profile = Profiles[(choice >> 1) % Profiles.Length];
        var verifier = new CertificateVerifier(
            new VerificationPolicy { Trust = trust, Profile = profile, TimeProvider = Clock }, Provider);
        Verdict verdict = verifier.Verify((choice & 1) == 0
            ? VerificationRequest.ForServer(chain, ServerIdentity.Parse("fuzz.example"))
            : VerificationRequest.ForClient(chain));
        if (verdict.IsAccepted && verdict.Path is not { ReachesTrust: true })
        {
            throw new FindException("Accepted without a path to trust.");
        }

        _ = verdict.ToText() + verdict.ToJson();
    }

    private static List<ReadOnlyMemory<byte>> Cut(ReadOnlyMemory<byte> rest)
    {
        var chain = new List<ReadOnlyMemory<byte>>();
        while (rest.Length >= 2 && chain.Count < MaxCertificates)
        {
            int length = Math.Min(BinaryPrimitives.ReadUInt16BigEndian(rest.Span), rest.Length - 2);
            chain.Add(rest.Slice(2, length));
            rest = rest[(2 + length)..];
        }

        return chain;
    }

    private static IEnumerable<byte[]> Seeds()
    {
        using EmbeddedAuthority authority = EmbeddedAuthority.Create();
        using Identity server = authority.IssueServer("fuzz.example");
        using Identity client = authority.IssueClient("someone");
        byte[] root = authority.RootCertificate.Der.ToArray();
        yield return [0, .. server.DerChain.Select(static der => der.ToArray()).Append(root).SelectMany(Prefixed)];
        yield return [1, .. client.DerChain.Select(static der => der.ToArray()).Append(root).SelectMany(Prefixed)];
        yield return [2, .. Prefixed(root), .. Prefixed(root)];
    }

    private static byte[] Prefixed(byte[] der) => [(byte)(der.Length >> 8), (byte)der.Length, .. der];
}
