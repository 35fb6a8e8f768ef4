using Aksu.Inspection.Fields;
using Aksu.Inspection.Texts;
using Aksu.Inspection.Texts.Sentences;
using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Inspection.Connections;

/// <summary>
/// Reads along in the hellos, which decide the version and so how everything after them is read. It uses the engine's own decoders, and
/// says
/// where those would refuse.
/// </summary>
internal sealed class HelloFollower(ConnectionState state)
{
    /// <summary>Who reads along after ServerHello; null until then, or when the suite is not known here.</summary>
    public Follower? Next { get; private set; }

    public void TakeClientHello(byte[] message, Field content, StepNotes notes)
    {
        if (!TryDecode(() => ClientHello.Decode(message.AsMemory(HandshakeMessage.HeaderLength)), notes, out ClientHello? hello))
        {
            return;
        }

        state.ClientHello = hello;
        state.Transcript.Append(message);
        state.Agreed = state.Agreed with { ServerName = content.Find("host_name")?.Find("content")?.Value };
        if (hello!.Extensions.Contains(ExtensionType.EarlyData) && !state.Agreed.IsRetried)
        {
            foreach (CipherSuite suite in hello.CipherSuites)
            {
                if (Suite13.Resolve(suite, state.Provider) is { } early && state.Secret(Schedule13.EarlyLabel)?.Length == early.Hash.Size)
                {
                    Schedule13.AfterClientHello(state, early, notes);
                }
            }
        }
    }

    public void TakeServerHello(byte[] message, Field content, StepNotes notes)
    {
        if (!TryDecode(() => ServerHello.Decode(message.AsMemory(HandshakeMessage.HeaderLength)), notes, out ServerHello? hello))
        {
            return;
        }

        ProtocolVersion version = VersionOf(hello!);
        state.Version = version;
        state.Agreed = state.Agreed with { Version = version.ToString(), CipherSuite = hello!.CipherSuite.ToString() };
        Suite13? suite13 = version == ProtocolVersion.Tls13 ? Suite13.Resolve(hello.CipherSuite, state.Provider) : null;
        if (hello.IsHelloRetryRequest)
        {
            TakeRetry(suite13, message, notes);
            return;
        }

        state.ServerHello = hello;
        Compare(hello, version, content, notes);
        if (suite13 is not null)
        {
            var follower = new Tls13Follower(state, suite13);
            if (TryDecode(() => Begin(follower, hello, message, notes), notes, out _))
            {
                Next = follower;
            }
        }
        else if (version != ProtocolVersion.Tls13)
        {
            Next = Tls12Follower.Begin(state, hello, message, content, notes);
        }

        if (version == ProtocolVersion.Tls13 && Next is null)
        {
            state.KeysOf(TlsSide.Client).Announce(null);
            state.KeysOf(TlsSide.Server).Announce(null);
        }
    }

    public static ProtocolVersion VersionOf(ServerHello hello) =>
        hello.Extensions.TryFind(ExtensionType.SupportedVersions, out ReadOnlyMemory<byte> body) && body.Length == 2
            ? new ProtocolVersion((ushort)((body.Span[0] << 8) | body.Span[1]))
            : hello.LegacyVersion;

    private static Tls13Follower Begin(Tls13Follower follower, ServerHello hello, byte[] message, StepNotes notes)
    {
        follower.Begin(hello, message, notes);
        return follower;
    }

    private void TakeRetry(Suite13? suite, byte[] message, StepNotes notes)
    {
        notes.Note(FindingTexts.Retry, "RFC 9846 §4.2.4");
        state.Agreed = state.Agreed with { IsRetried = true };
        if (suite is not null)
        {
            state.Transcript.Select(suite.Hash);
            state.Transcript.ReplaceWithMessageHash();
            state.Transcript.Append(message);
        }
    }

    private void Compare(ServerHello hello, ProtocolVersion version, Field content, StepNotes notes)
    {
        if (state.ClientHello is not { } client)
        {
            return;
        }

        ProtocolVersion[] versions = OfferedVersions(client);
        notes.Check(versions.Contains(version), FindingTexts.VersionOffered, FindingTexts.VersionNotOffered, "RFC 9846 §4.3.1");
        notes.Check(
            client.CipherSuites.Contains(hello.CipherSuite), FindingTexts.SuiteOffered, FindingTexts.SuiteNotOffered, "RFC 9846 §4.2.3");
        if (version == ProtocolVersion.Tls13)
        {
            notes.Check(
                client.LegacySessionId.Span.SequenceEqual(hello.LegacySessionIdEcho.Span),
                FindingTexts.SessionEchoed,
                FindingTexts.SessionNotEchoed,
                "RFC 9846 §4.2.3");
            if (content.Find("group") is { } group)
            {
                notes.Check(
                    OfferedShares(client).Contains(group.Value), FindingTexts.ShareOffered, FindingTexts.ShareNotOffered,
                    "RFC 9846 §4.3.8");
            }
        }

        ProtocolVersion highest = versions.Contains(ProtocolVersion.Tls13) ? ProtocolVersion.Tls13 : client.LegacyVersion;
        bool isDowngrade = DowngradeSentinel.ShowsDowngrade(hello.Random.Span, version, highest);
        notes.Check(!isDowngrade, FindingTexts.NoDowngrade, FindingTexts.Downgrade, "RFC 9846 §4.2.3");
    }

    private static ProtocolVersion[] OfferedVersions(ClientHello client)
    {
        if (client.Extensions.TryFind(ExtensionType.SupportedVersions, out ReadOnlyMemory<byte> body))
        {
            return SupportedVersionsOffer.Decode(body).Versions;
        }

        ProtocolVersion[] old = [ProtocolVersion.Tls12, ProtocolVersion.Tls11, ProtocolVersion.Tls10, ProtocolVersion.Ssl3];
        return [.. old.Where(version => version.Value <= client.LegacyVersion.Value)];
    }

    private static string[] OfferedShares(ClientHello client) =>
        client.Extensions.TryFind(ExtensionType.KeyShare, out ReadOnlyMemory<byte> body)
            ? [.. KeyShareOffer.Decode(body).Entries.Select(
                static entry => $"{entry.Group} ({FieldText.Hexadecimal(entry.Group.Value, 2)})")]
            : [];

    /// <summary>What the engine thinks of it; a refusal is a finding and not the end.</summary>
    private static bool TryDecode<T>(Func<T> decode, StepNotes notes, out T? decoded)
        where T : class
    {
        try
        {
            decoded = decode();
            return true;
        }
        catch (TlsException e)
        {
            notes.Findings.Add(new Finding(FindingOutcome.Bad, FindingTexts.Refused.With(LibrarySentences.Of(e.Message)), "RFC 9846 §6.2"));
            decoded = null;
            return false;
        }
    }
}
