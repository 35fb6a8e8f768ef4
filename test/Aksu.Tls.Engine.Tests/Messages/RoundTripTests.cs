using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;
using CsCheck;

namespace Aksu.Tls.Engine.Tests.Messages;

/// <summary>Whatever values a message or extension has, decoding what was encoded and encoding it again gives the same bytes.</summary>
public sealed class RoundTripTests
{
    private const int Iterations = 300;

    private static readonly Gen<ReadOnlyMemory<byte>> Any = Bytes(0, 300);
    private static readonly Gen<ReadOnlyMemory<byte>> NotEmpty = Bytes(1, 300);
    private static readonly Gen<ReadOnlyMemory<byte>> Random = Bytes(32, 32);
    private static readonly Gen<ReadOnlyMemory<byte>> Short = Bytes(0, 255);
    private static readonly Gen<ReadOnlyMemory<byte>> ShortNotEmpty = Bytes(1, 255);
    private static readonly Gen<ProtocolVersion> Version = Gen.UShort.Select(value => new ProtocolVersion(value));
    private static readonly Gen<CipherSuite> Suite = Gen.UShort.Select(value => new CipherSuite(value));
    private static readonly Gen<SignatureScheme> Scheme = Gen.UShort.Select(value => new SignatureScheme(value));
    private static readonly Gen<NamedGroup> Group = Gen.UShort.Select(value => new NamedGroup(value));

    // No type twice, and pre_shared_key, which must stand last, not at all.
    private static readonly Gen<ExtensionBlock> Block =
        Gen.Select(Gen.UShort.Where(value => value != ExtensionType.PreSharedKey.Value).HashSet[0, 12], Any)
            .Select((types, body) => ExtensionBlock.Of([.. types.Select(type => new GreaseExtension(new ExtensionType(type), body))]));

    private static readonly Gen<ExtensionBlock> OptionalBlock = Gen.OneOf(Block, Gen.Const(ExtensionBlock.Absent));

    [Fact]
    public void ClientHello_round_trips() => Check(
        Gen.Select(Version, Random, Bytes(0, 32), Suite.Array[1, 60], ShortNotEmpty, OptionalBlock)
            .Select((version, random, id, suites, compression, block) => new ClientHello(version, random, id, suites, compression, block)),
        body => ClientHello.Decode(body));

    [Fact]
    public void ServerHello_round_trips() => Check(
        Gen.Select(Version, Random, Bytes(0, 32), Suite, Gen.Byte, OptionalBlock)
            .Select((version, random, id, suite, compression, block) => new ServerHello(version, random, id, suite, compression, block)),
        body => ServerHello.Decode(body));

    [Fact]
    public void EncryptedExtensions_round_trips() =>
        Check(Block.Select(block => new EncryptedExtensions(block)), body => EncryptedExtensions.Decode(body));

    [Fact]
    public void CertificateRequest13_round_trips() => Check(
        Gen.Select(Short, Block).Select((context, block) => new CertificateRequest13(context, block)),
        body => CertificateRequest13.Decode(body));

    [Fact]
    public void Certificate13_round_trips() => Check(
        Gen.Select(Short, Gen.Select(NotEmpty, Block).Select((data, block) => new CertificateEntry(data, block)).Array[0, 5])
            .Select((context, entries) => new Certificate13(context, entries)),
        body => Certificate13.Decode(body, 5));

    [Fact]
    public void CertificateVerify_round_trips() => Check(
        Gen.Select(Scheme, Any).Select((scheme, signature) => new CertificateVerify(scheme, signature)),
        body => CertificateVerify.Decode(body));

    [Fact]
    public void Finished_round_trips() => Check(Bytes(12, 64).Select(data => new Finished(data)), body => Finished.Decode(body));

    [Fact]
    public void NewSessionTicket13_round_trips() => Check(
        Gen.Select(Gen.UInt, Gen.UInt, Short, NotEmpty, Block)
            .Select((lifetime, add, nonce, ticket, block) => new NewSessionTicket13(lifetime, add, nonce, ticket, block)),
        body => NewSessionTicket13.Decode(body));

    [Fact]
    public void Messages_of_TLS_1_2_round_trip()
    {
        Check(NotEmpty.Array[0, 5].Select(list => new Certificate12(list)), body => Certificate12.Decode(body, 5));
        Check(NotEmpty.Select(ocsp => new CertificateStatus12(new CertificateStatus(ocsp))), body => CertificateStatus12.Decode(body));
        Check(
            Gen.Select(Gen.UInt, Any).Select((lifetime, ticket) => new NewSessionTicket12(lifetime, ticket)),
            body => NewSessionTicket12.Decode(body));
        Check(Any.Select(signature => new CertificateVerify11(signature)), body => CertificateVerify11.Decode(body));
    }

    [Fact]
    public void CertificateRequest12_round_trips()
    {
        Gen<ClientCertificateType[]> types = Gen.Byte.Select(value => new ClientCertificateType(value)).Array[1, 20];
        Check(
            Gen.Select(types, Scheme.Array[1, 20], NotEmpty.Array[0, 5]).Select((t, s, names) => new CertificateRequest12(t, s, names)),
            body => CertificateRequest12.Decode(body, ProtocolVersion.Tls12));
        Check(
            Gen.Select(types, NotEmpty.Array[0, 5]).Select((t, names) => new CertificateRequest12(t, null, names)),
            body => CertificateRequest12.Decode(body, ProtocolVersion.Tls11));
    }

    [Fact]
    public void ServerKeyExchange_round_trips()
    {
        Gen<ServerEcdhParameters> ecdh = Gen.Select(Group, ShortNotEmpty).Select((group, key) => new ServerEcdhParameters(group, key));
        Gen<ServerDhParameters> dh = Gen.Select(NotEmpty, NotEmpty, NotEmpty).Select((p, g, key) => new ServerDhParameters(p, g, key));
        Gen<DigitallySigned> signed = Gen.Select(Scheme, Any).Select((scheme, signature) => new DigitallySigned(scheme, signature));
        Check(
            Gen.Select(ecdh, signed).Select((parameters, signature) => new ServerKeyExchangeEcdhe(parameters, signature)),
            body => ServerKeyExchangeEcdhe.Decode(body, ProtocolVersion.Tls12));
        Check(
            Gen.Select(dh, signed).Select((parameters, signature) => new ServerKeyExchangeDhe(parameters, signature)),
            body => ServerKeyExchangeDhe.Decode(body, ProtocolVersion.Tls12));
        Check(
            Gen.Select(dh, Any.Select(bytes => new DigitallySigned(null, bytes)))
                .Select((parameters, signature) => new ServerKeyExchangeDhe(parameters, signature)),
            body => ServerKeyExchangeDhe.Decode(body, ProtocolVersion.Tls10));
        Check(
            Gen.Select(Any, ecdh).Select((hint, parameters) => new ServerKeyExchangeEcdhePsk(hint, parameters)),
            body => ServerKeyExchangeEcdhePsk.Decode(body));
        Check(
            Gen.Select(Any, dh).Select((hint, parameters) => new ServerKeyExchangeDhePsk(hint, parameters)),
            body => ServerKeyExchangeDhePsk.Decode(body));
        Check(Any.Select(hint => new ServerKeyExchangePsk(hint)), body => ServerKeyExchangePsk.Decode(body));
    }

    [Fact]
    public void ClientKeyExchange_round_trips()
    {
        Check(Any.Select(secret => new ClientKeyExchangeRsa(secret)), body => ClientKeyExchangeRsa.Decode(body));
        Check(ShortNotEmpty.Select(key => new ClientKeyExchangeEcdhe(key)), body => ClientKeyExchangeEcdhe.Decode(body));
        Check(NotEmpty.Select(key => new ClientKeyExchangeDhe(key)), body => ClientKeyExchangeDhe.Decode(body));
        Check(Any.Select(identity => new ClientKeyExchangePsk(identity)), body => ClientKeyExchangePsk.Decode(body));
        Check(
            Gen.Select(Any, ShortNotEmpty).Select((identity, key) => new ClientKeyExchangeEcdhePsk(identity, key)),
            body => ClientKeyExchangeEcdhePsk.Decode(body));
        Check(
            Gen.Select(Any, NotEmpty).Select((identity, key) => new ClientKeyExchangeDhePsk(identity, key)),
            body => ClientKeyExchangeDhePsk.Decode(body));
    }

    [Fact]
    public void Extensions_of_code_points_round_trip()
    {
        Check(Version.Array[1, 127].Select(list => new SupportedVersionsOffer(list)), body => SupportedVersionsOffer.Decode(body));
        Check(Version.Select(version => new SupportedVersionsChoice(version)), body => SupportedVersionsChoice.Decode(body));
        Check(Group.Array[1, 60].Select(list => new SupportedGroups(list)), body => SupportedGroups.Decode(body));
        Check(Scheme.Array[1, 60].Select(list => new SignatureAlgorithms(list)), body => SignatureAlgorithms.Decode(body));
        Check(Scheme.Array[1, 60].Select(list => new SignatureAlgorithmsCert(list)), body => SignatureAlgorithmsCert.Decode(body));
        Check(
            Gen.Byte.Select(value => new PskKeyExchangeMode(value)).Array[1, 255].Select(list => new PskKeyExchangeModes(list)),
            body => PskKeyExchangeModes.Decode(body));
        Check(Group.Select(group => new KeyShareRetry(group)), body => KeyShareRetry.Decode(body));
    }

    [Fact]
    public void Key_shares_round_trip()
    {
        Check(
            Gen.Select(Gen.UShort.HashSet[0, 10], NotEmpty)
                .Select((groups, key) => new KeyShareOffer([.. groups.Select(group => new KeyShareEntry(new NamedGroup(group), key))])),
            body => KeyShareOffer.Decode(body));
        Check(
            Gen.Select(Group, NotEmpty).Select((group, key) => new KeyShareChoice(new KeyShareEntry(group, key))),
            body => KeyShareChoice.Decode(body));
    }

    [Fact]
    public void Pre_shared_keys_round_trip()
    {
        Gen<(PskIdentity Identity, ReadOnlyMemory<byte> Binder)> key =
            Gen.Select(Bytes(2, 300), Gen.UInt, Bytes(32, 255)).Select((id, age, binder) => (new PskIdentity(id, age), binder));
        Check(
            key.Array[1, 10].Select(keys => new PreSharedKeyOffer([.. keys.Select(k => k.Identity)], [.. keys.Select(k => k.Binder)])),
            body => PreSharedKeyOffer.Decode(body));
        Check(Gen.UShort.Select(place => new PreSharedKeyChoice(place)), body => PreSharedKeyChoice.Decode(body));
    }

    [Fact]
    public void Extensions_of_bytes_round_trip()
    {
        Check(NotEmpty.Select(value => new Cookie(value)), body => Cookie.Decode(body));
        Check(Gen.UInt.Select(size => new EarlyDataLimit(size)), body => EarlyDataLimit.Decode(body));
        Check(Bytes(1, 255).Array[1, 10].Select(list => new ApplicationProtocols(list)), body => ApplicationProtocols.Decode(body));
        Check(ShortNotEmpty.Select(name => new ApplicationProtocolChoice(name)), body => ApplicationProtocolChoice.Decode(body));
        Check(NotEmpty.Array[1, 10].Select(list => new CertificateAuthorities(list)), body => CertificateAuthorities.Decode(body));
        Check(
            NotEmpty.Array[1, 10].Select(list => new SignedCertificateTimestamps(list)),
            body => SignedCertificateTimestamps.Decode(body));
        Check(NotEmpty.Select(response => new CertificateStatus(response)), body => CertificateStatus.Decode(body));
        Check(
            Gen.Select(NotEmpty.Array[0, 5], Any).Select((ids, rest) => new StatusRequestOffer(CertificateStatus.OcspType, ids, rest)),
            body => StatusRequestOffer.Decode(body));
        Check(
            Gen.Select(Gen.Byte.HashSet[0, 10], Any)
                .Select((oids, values) => new OidFilters([.. oids.Select(oid => new OidFilter(new[] { oid }, values))])),
            body => OidFilters.Decode(body));
        Check(Short.Select(value => new RenegotiationInfo(value)), body => RenegotiationInfo.Decode(body));
        Check(Any.Select(ticket => new SessionTicketExtension(ticket)), body => SessionTicketExtension.Decode(body));
        Check(
            Gen.Byte.Array[0, 254].Select(formats => new EcPointFormats([.. formats, EcPointFormats.Uncompressed])),
            body => EcPointFormats.Decode(body));
        Check(
            Gen.Byte.Select(value => new CertificateType(value)).Array[1, 255]
                .Select(types => new CertificateTypesOffer(ExtensionType.ClientCertificateType, types)),
            body => CertificateTypesOffer.Decode(ExtensionType.ClientCertificateType, body));
    }

    private static Gen<ReadOnlyMemory<byte>> Bytes(int min, int max) =>
        Gen.Byte.Array[min, max].Select(bytes => (ReadOnlyMemory<byte>)bytes);

    private static void Check<T>(Gen<T> values, Func<ReadOnlyMemory<byte>, T> decode) => values.Sample(
        value =>
        {
            byte[] encoded = WireCase.Encoded(Encoder(value));
            T decoded = decode(encoded);
            Assert.Equal(encoded, WireCase.Encoded(Encoder(decoded)));
        },
        iter: Iterations);

    private static Action<WireWriter> Encoder<T>(T value) => value switch
    {
        IHandshakeBody message => message.Encode,
        IExtensionBody extension => extension.Encode,
        _ => throw new ArgumentException($"{typeof(T)} has no encoding.", nameof(value)),
    };
}
