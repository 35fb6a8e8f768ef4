using System.Buffers.Binary;
using System.Formats.Asn1;
using Aksu.Ca.Writing;
using Aksu.Cryptography;
using Aksu.Pki.Tests.Building;
using Aksu.Pki.Transparency;

namespace Aksu.Pki.Tests.Rules;

/// <summary>Signed certificate timestamps (RFC 6962), made here by two logs of our own.</summary>
public sealed class TransparencyTests
{
    private static readonly TestNode Root = TestNode.Root();
    private static readonly SigningKey FirstKey = TestNode.NewKey();
    private static readonly SigningKey SecondKey = TestNode.NewKey(KeyKind.Rsa);
    private static readonly TransparencyLog First = new("First log", FirstKey.SubjectPublicKeyInfo.Span);
    private static readonly TransparencyLog Second = new("Second log", SecondKey.SubjectPublicKeyInfo.Span);
    private static readonly VerificationPolicy Policy = Verifying.Trusting(
        Root.Certificate) with
    { Transparency = new TransparencyPolicy { Logs = [First, Second] } };

    [Fact]
    public void Timestamps_from_tls_count()
    {
        Certificate leaf = Root.Leaf();
        byte[] entry = Entry(0, [], leaf.Der.Span);
        Assert.Equal(VerificationFailure.None, Verify(leaf, Timestamp(First, FirstKey, entry), Timestamp(Second, SecondKey, entry)));
        Assert.Equal(VerificationFailure.NotTransparent, Verify(leaf, Timestamp(First, FirstKey, entry)));
        Assert.Equal(VerificationFailure.NotTransparent, Verify(leaf));
    }

    [Fact]
    public void Two_timestamps_of_one_log_count_once()
    {
        Certificate leaf = Root.Leaf();
        byte[] entry = Entry(0, [], leaf.Der.Span);
        Assert.Equal(VerificationFailure.NotTransparent,
            Verify(leaf, Timestamp(First, FirstKey, entry), Timestamp(First, FirstKey, entry, TestNode.Now.AddDays(-1))));
    }

    [Fact]
    public void Wrong_timestamps_do_not_count()
    {
        Certificate leaf = Root.Leaf();
        byte[] entry = Entry(0, [], leaf.Der.Span);
        byte[] good = Timestamp(First, FirstKey, entry);
        Assert.Equal(VerificationFailure.NotTransparent, Verify(leaf, good, Timestamp(Second, SecondKey, entry, TestNode.Now.AddHours(1))));
        Assert.Equal(VerificationFailure.NotTransparent,
            Verify(leaf, good, Timestamp(Second, SecondKey, Entry(0, [], Root.Leaf().Der.Span))));
        Assert.Equal(VerificationFailure.NotTransparent, Verify(leaf, good, Timestamp(Second, FirstKey, entry)));
        byte[] other = Timestamp(Second, SecondKey, entry);
        for (int length = 0; length < other.Length; length++)
        {
            Assert.Equal(VerificationFailure.NotTransparent, Verify(leaf, good, other[..length]));
        }
    }

    [Fact]
    public void Timestamps_inside_the_certificate_count()
    {
        SigningKey key = TestNode.NewKey();
        CertificateTemplate template = TestNode.LeafTemplate() with { SerialNumber = [42] };
        Certificate before = Root.Sign(template, key);
        byte[] entry = Entry(1, System.Security.Cryptography.SHA256.HashData(Root.Certificate.SubjectPublicKeyInfo.Span), before.Tbs.Span);
        byte[] list = List(Timestamp(First, FirstKey, entry), Timestamp(Second, SecondKey, entry));
        var inner = new AsnWriter(AsnEncodingRules.DER);
        inner.WriteOctetString(list);
        Certificate after = Root.Sign(
            template with { Overrides = [new ExtensionTemplate("1.3.6.1.4.1.11129.2.4.2", false, inner.Encode())] }, key);
        Verifying.Accepts(Policy, after);
        Verifying.Refuses(VerificationFailure.NotTransparent, Policy, before);
    }

    private static VerificationFailure Verify(Certificate leaf, params byte[][] timestamps) => new CertificateVerifier(Policy)
        .Verify(Verifying.Request(leaf) with { SignedCertificateTimestamps = timestamps.Length == 0 ? default : List(timestamps) }).Failure;

    private static byte[] Entry(ushort type, byte[] issuerKeyHash, ReadOnlySpan<byte> content) =>
        [(byte)(type >> 8), (byte)type, .. issuerKeyHash, (byte)(content.Length >> 16), (byte)(content.Length >> 8), (byte)content.Length,
            .. content];

    private static byte[] Timestamp(TransparencyLog log, SigningKey key, byte[] entry, DateTimeOffset? time = null)
    {
        byte[] milliseconds = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(milliseconds, (time ?? TestNode.Now.AddDays(-9)).ToUnixTimeMilliseconds());
        SignatureAlgorithm algorithm = SignatureChoice.For(key);
        byte[] signature = SignatureChoice.Sign(key, algorithm, [0, 0, .. milliseconds, .. entry, 0, 0]);
        byte kind = algorithm == SignatureAlgorithm.EcdsaSha256 ? (byte)3 : (byte)1;
        return [0, .. log.Id.Span, .. milliseconds, 0, 0, 4, kind, (byte)(signature.Length >> 8), (byte)signature.Length, .. signature];
    }

    private static byte[] List(params byte[][] timestamps) => Vector([.. timestamps.SelectMany(Vector)]);

    private static byte[] Vector(byte[] content) => [(byte)(content.Length >> 8), (byte)content.Length, .. content];
}
