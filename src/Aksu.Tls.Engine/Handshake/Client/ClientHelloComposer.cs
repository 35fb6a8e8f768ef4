using System.Text;
using Aksu.Cryptography;
using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Handshake.Client;

/// <summary>Makes a ClientHello from an offer (RFC 9846 §4.2.2), binders included.</summary>
internal static class ClientHelloComposer
{
    /// <summary>The null compression method, the share of a reserved group, the body of a reserved extension.</summary>
    private static readonly byte[] OneZero = [0];

    private static readonly PskKeyExchangeModes WithForwardSecrecy = new([PskKeyExchangeMode.PskDheKe]);
    private static readonly PskKeyExchangeModes AllModes = new([PskKeyExchangeMode.PskDheKe, PskKeyExchangeMode.PskKe]);
    private static readonly EcPointFormats PointFormats = new([EcPointFormats.Uncompressed]);

    /// <summary>Composes, adds to the transcript and sends.</summary>
    /// <param name="context">The connection.</param>
    /// <param name="offer">What is offered.</param>
    /// <param name="cookie">The cookie of HelloRetryRequest; null in a first hello.</param>
    public static void Send(HandshakeContext context, ClientOffer offer, ReadOnlyMemory<byte>? cookie)
    {
        PreSharedKeyOffer? preSharedKeys = PreSharedKeys(offer, context.Now);
        ExtensionBlock extensions = Extensions(offer, cookie, preSharedKeys);
        offer.Extensions = ExtensionSet.Of(extensions);
        var hello = new ClientHello(
            LegacyVersion(offer), offer.Random, offer.SessionId, Suites(offer), OneZero, extensions);

        using var writer = new WireWriter(1024);
        HandshakeMessage.Write(writer, hello);
        if (preSharedKeys is not null)
        {
            FillBinders(context, offer, writer, preSharedKeys.BindersLength);
        }

        context.SendEncoded(HandshakeType.ClientHello, writer.WrittenMemory, context.Transcript);
    }

    private static CipherSuite[] Suites(ClientOffer offer)
    {
        int greases = offer.Grease is null ? 0 : 1;
        var suites = new CipherSuite[greases + offer.Suites13.Count + offer.Suites12.Count + (offer.Options.IsFallback ? 1 : 0)];
        int at = 0;
        if (offer.Grease is { } grease)
        {
            suites[at++] = new CipherSuite(grease.Suite);
        }

        for (int i = 0; i < offer.Suites13.Count; i++)
        {
            suites[at++] = offer.Suites13[i].Suite;
        }

        for (int i = 0; i < offer.Suites12.Count; i++)
        {
            suites[at++] = offer.Suites12[i].Suite;
        }

        if (offer.Options.IsFallback)
        {
            suites[at] = CipherSuite.FallbackScsv;
        }

        return suites;
    }

    // TLS 1.3 is named in supported_versions alone (RFC 9846 §4.2.2).
    private static ProtocolVersion LegacyVersion(ClientOffer offer)
    {
        ProtocolVersion highest = offer.Options.HighestVersion;
        return highest == ProtocolVersion.Tls13 ? ProtocolVersion.Tls12 : highest;
    }

    private static ExtensionBlock Extensions(ClientOffer offer, ReadOnlyMemory<byte>? cookie, PreSharedKeyOffer? preSharedKeys)
    {
        ClientHandshakeOptions options = offer.Options;
        GreaseValues? grease = offer.Grease;
        bool is13 = options.Has(ProtocolVersion.Tls13);
        return ExtensionBlock.Of(
            grease is null ? null : new GreaseExtension(new ExtensionType(grease.FirstExtension), default),
            options.HasSendableName ? new ServerNameOffer(options.ServerName!) : null,
            UsesGroups(offer) ? Groups(offer) : null,
            options.ApplicationProtocols.Count > 0 ? Protocols(options) : null,
            options.RequestOcspResponse ? StatusRequestOffer.Ocsp : null,
            Schemes(offer),
            options.RequestSignedCertificateTimestamps ? new SignedCertificateTimestampRequest() : null,
            offer.Suites12.Count > 0 ? new ExtendedMainSecret() : null,
            offer.Suites12.Count > 0 ? new RenegotiationInfo(default) : null,
            offer.Suites12.Any(suite => suite.UsesCurve) ? PointFormats : null,
            options.EncryptThenMac && offer.Suites12.Any(suite => suite.Cipher.HasSeparateMac) ? new EncryptThenMac() : null,
            SessionTicket(offer),
            is13 ? Shares(offer) : null,
            is13 ? PskModes(offer) : null,
            is13 ? Versions(offer) : null,
            cookie is { } value ? new Cookie(value) : null,
            options.CertificateSignatureSchemes.Count > 0 && options.HighestVersion.Value >= ProtocolVersion.Tls12.Value
                ? new SignatureAlgorithmsCert(SchemeRules.WithSha1Last(options.CertificateSignatureSchemes))
                : null,
            options.CertificateAuthorities.Count > 0 ? new CertificateAuthorities([.. options.CertificateAuthorities]) : null,
            CertificateTypes(ExtensionType.ClientCertificateType, options.OwnCertificateTypes),
            CertificateTypes(ExtensionType.ServerCertificateType, options.PeerCertificateTypes),
            options.RecordSizeLimit is { } limit ? new RecordSizeLimit((ushort)limit) : null,
            is13 && options.PostHandshakeAuthentication ? new PostHandshakeAuth() : null,
            grease is null ? null : new GreaseExtension(new ExtensionType(grease.LastExtension), OneZero),
            preSharedKeys);
    }

    // Older versions leave the scheme to the key (RFC 5246 §7.4.1.4.1).
    private static SignatureAlgorithms? Schemes(ClientOffer offer)
    {
        if (offer.Options.HighestVersion.Value < ProtocolVersion.Tls12.Value)
        {
            return null;
        }

        SignatureScheme? first = offer.Grease is { } grease ? new SignatureScheme(grease.Scheme) : null;
        return new SignatureAlgorithms(SchemeRules.WithSha1Last(offer.Options.SignatureSchemes, first));
    }

    // RFC 8422 §4, RFC 7919 §3: not without a suite that needs one.
    private static bool UsesGroups(ClientOffer offer) =>
        offer.Suites13.Count > 0 || offer.Suites12.Any(suite => suite.UsesCurve || suite.UsesFiniteField);

    private static SupportedGroups Groups(ClientOffer offer) => new(
        WithGrease(offer.Grease is { } grease ? new NamedGroup(grease.Group) : null, offer.Groups));

    /// <summary>The list with a reserved value in front, if there is one; without an enumerator, for this is in every handshake.</summary>
    private static T[] WithGrease<T>(T? grease, IReadOnlyList<T> list)
        where T : struct
    {
        var all = new T[list.Count + (grease is null ? 0 : 1)];
        int at = 0;
        if (grease is { } value)
        {
            all[at++] = value;
        }

        for (int i = 0; i < list.Count; i++)
        {
            all[at++] = list[i];
        }

        return all;
    }

    private static ApplicationProtocols Protocols(ClientHandshakeOptions options) =>
        new([.. options.ApplicationProtocols.Select(name => (ReadOnlyMemory<byte>)Encoding.Latin1.GetBytes(name))]);

    // Who has certificates alone says nothing (RFC 7250 §4.1).
    private static CertificateTypesOffer? CertificateTypes(ExtensionType extension, IReadOnlyList<CertificateType> types) =>
        types is [{ Value: 0 }] ? null : new CertificateTypesOffer(extension, [.. types]);

    private static KeyShareOffer Shares(ClientOffer offer)
    {
        KeyShareEntry? grease = offer is { Grease: { } values, HasGreaseShare: true }
            ? new KeyShareEntry(new NamedGroup(values.Group), OneZero)
            : null;
        return new KeyShareOffer(offer.SharesBehind(grease));
    }

    // Empty: the client takes tickets and has none that fits (RFC 5077 §3.2).
    private static SessionTicketExtension? SessionTicket(ClientOffer offer) =>
        offer.Suites12.Count > 0 && (offer.Options.MaxTickets > 0 || offer.Session12 is { Ticket.IsEmpty: false })
            ? new SessionTicketExtension(offer.Session12?.Ticket ?? default)
            : null;

    private static PskKeyExchangeModes? PskModes(ClientOffer offer)
    {
        // Without this extension the server neither resumes nor sends tickets (RFC 9846 §4.3.9).
        if (offer.Options.MaxTickets == 0 && offer.PreSharedKeys.Count == 0)
        {
            return null;
        }

        return offer.Options.DangerousPskWithoutForwardSecrecy ? AllModes : WithForwardSecrecy;
    }

    private static SupportedVersionsOffer Versions(ClientOffer offer) => new(
        WithGrease(offer.Grease is { } grease ? new ProtocolVersion(grease.Version) : null, offer.Options.EnabledVersions));

    /// <summary>The offer with binders of zeros, to be filled once the rest of the message is written.</summary>
    private static PreSharedKeyOffer? PreSharedKeys(ClientOffer offer, DateTimeOffset now)
    {
        if (offer.PreSharedKeys.Count == 0)
        {
            return null;
        }

        var identities = new PskIdentity[offer.PreSharedKeys.Count];
        var binders = new ReadOnlyMemory<byte>[identities.Length];
        for (int i = 0; i < identities.Length; i++)
        {
            OfferedPreSharedKey key = offer.PreSharedKeys[i];
            identities[i] = new PskIdentity(key.Identity, key.ObfuscatedAge(now));
            binders[i] = new byte[key.Hash.Size];
        }

        return new PreSharedKeyOffer(identities, binders);
    }

    private static void FillBinders(HandshakeContext context, ClientOffer offer, WireWriter writer, int bindersLength)
    {
        int truncatedLength = writer.Length - bindersLength;
        Span<byte> digest = stackalloc byte[HashFunction.MaxSize];
        int at = truncatedLength + sizeof(ushort);
        foreach (OfferedPreSharedKey key in offer.PreSharedKeys)
        {
            context.Transcript.PeekWith(key.Hash, writer.WrittenSpan[..truncatedLength], digest);
            at += sizeof(byte);
            key.Secret.ComputeBinder(digest[..key.Hash.Size], writer.Written(at, key.Hash.Size));
            at += key.Hash.Size;
        }
    }
}
