using Aksu.Inspection;
using Aksu.Inspection.Captures;
using Aksu.Inspection.Connections;
using Aksu.Inspection.KeyLogs;
using Aksu.Inspection.Texts;
using Aksu.Inspection.Texts.Sentences;
using Aksu.Inspection.Views;
using Aksu.Pki;

namespace Aksu.Page.Tests.Support;

/// <summary>Pages of captured connections.</summary>
internal static class SamplePage
{
    /// <summary>A page of a capture with its keys; the certificates are judged for the moment of the capture.</summary>
    public static string Of(string name, bool showSecrets = true, Language language = Language.English)
    {
        using KeyLogBook keys = KeyLogBook.Parse(File.ReadAllText(PathOf(name + ".keys")));
        return TracePage.Create(
            Inspector.Read(File.ReadAllBytes(PathOf(name + ".pcap")), name, new TraceOptions { Keys = keys, ShowSecrets = showSecrets }),
            language);
    }

    /// <summary>A page of a connection whose client refused the server's certificates.</summary>
    public static string OfRefused(string name)
    {
        Conversation conversation = CaptureReader.Read(File.ReadAllBytes(PathOf(name + ".pcap")))[0];
        using KeyLogBook keys = KeyLogBook.Parse(File.ReadAllText(PathOf(name + ".keys")));
        var options = new TraceOptions { Keys = keys };
        IReadOnlyList<Certificate> sent = Inspector.Read(conversation, name, options).Connections[0].ServerCertificates;
        Verdict verdict = new CertificateVerifier().Verify(
            VerificationRequest.ForServer([.. sent.Select(static certificate => certificate.Der)], ServerIdentity.Parse("other.example")));
        var outcome = new ConnectionOutcome
        {
            ServerVerdict = verdict,
            Failure = LibrarySentences.Of($"The peer's certificate was not accepted: {verdict.Reason}"),
        };
        return TracePage.Create(Inspector.Read(conversation, name, options, outcome), Language.English);
    }

    /// <summary>The names of the messages of a capture.</summary>
    public static IReadOnlyList<string> StepsOf(string name)
    {
        using KeyLogBook keys = KeyLogBook.Parse(File.ReadAllText(PathOf(name + ".keys")));
        TlsTrace trace = Inspector.Read(File.ReadAllBytes(PathOf(name + ".pcap")), name, new TraceOptions { Keys = keys });
        return [.. trace.Connections[0].Steps.Select(static step => step.Name)];
    }

    /// <summary>A page of what one side sent, with what a side that took part may have thought of it.</summary>
    public static string OfHello(byte[] hello, string failure) => TracePage.Create(
        Inspector.Read(
            new Conversation { Chunks = [new Chunk(Tls.Engine.Errors.TlsSide.Client, TimeSpan.Zero, hello)] },
            failure,
            new TraceOptions(),
            new ConnectionOutcome { Failure = Phrase.Same(failure) }),
        Language.English);

    /// <summary>A page of a certificate by itself.</summary>
    public static string OfCertificate()
    {
        Certificate certificate = Inspector.Read(
            File.ReadAllBytes(PathOf("tls12-rsa-cbc.pcap")), "", new TraceOptions()).Connections[0].ServerCertificates[0];
        return TracePage.Create(Inspector.Read(certificate.Der.ToArray(), "certificate.der", new TraceOptions()), Language.English);
    }

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Captures", file);
}
