using System.Net;
using System.Text.Json;
using Aksu.Cli.Failures;
using Aksu.Cli.Settings;
using Aksu.Pki;
using Aksu.Tls;
using Aksu.Tls.Engine.Errors;

namespace Aksu.Cli.Connect;

/// <summary>
/// A connection, or why there is none, as one JSON object. The members are described in docs/cli.md and stay; new ones may come.
/// </summary>
internal static class ConnectionJson
{
    public static void WriteConnected(Stream output, HostAndPort target, TlsStream connection, PeerCheck check, TimeSpan duration)
    {
        TlsConnectionInfo info = connection.Info;
        using Utf8JsonWriter writer = Begin(output, target, isConnected: true);
        writer.WriteString("address", connection.RemoteEndPoint is IPEndPoint address ? ListenAddress.TextOf(address) : null);
        writer.WriteNumber("handshakeMilliseconds", Math.Round(duration.TotalMilliseconds, 3));
        writer.WriteString("version", info.Version.ToString());
        writer.WriteString("cipherSuite", info.CipherSuite.ToString());
        writer.WriteString("group", info.Group?.ToString());
        writer.WriteString("signatureScheme", info.SignatureScheme?.ToString());
        writer.WriteString("clientSignatureScheme", info.ClientSignatureScheme?.ToString());
        writer.WriteString("applicationProtocol", info.ApplicationProtocol);
        writer.WriteString("serverName", info.ServerName);
        writer.WriteBoolean("resumed", info.IsResumed);
        writer.WriteBoolean("helloRetried", info.IsHelloRetried);
        writer.WriteBoolean("verified", check is { IsEnforced: true, Verdict.IsAccepted: true });
        writer.WriteStartArray("certificates");
        foreach (Certificate certificate in info.PeerCertificates)
        {
            WriteCertificate(writer, certificate);
        }

        writer.WriteEndArray();
        WriteVerdict(writer, check.Verdict);
        writer.WriteNull("error");
        End(output, writer);
    }

    public static void WriteFailed(Stream output, HostAndPort target, CommandFailure failure, ConnectStep step)
    {
        var tls = failure.InnerException as TlsException;
        using Utf8JsonWriter writer = Begin(output, target, isConnected: false);
        WriteVerdict(writer, tls?.Verdict);
        writer.WriteStartObject("error");
        writer.WriteString("kind", failure.Code switch
        {
            ExitCode.TlsFailure => "tls",
            ExitCode.Network => "network",
            ExitCode.Usage => "usage",
            _ => "fault",
        });
        writer.WriteString("step", failure.Code is ExitCode.Usage or ExitCode.Fault ? null : step switch
        {
            ConnectStep.Tcp => "tcp",
            ConnectStep.Hello => "hello",
            ConnectStep.Identity => "identity",
            ConnectStep.Finished => "finished",
            _ => "data",
        });
        writer.WriteNumber("exitCode", (int)failure.Code);
        writer.WriteString("message", failure.Message);
        writer.WriteString("reason", tls?.Reason.ToString());
        writer.WriteString("alert", tls is null ? null : tls.Alert.ToString());
        if (tls is null)
        {
            writer.WriteNull("sentByPeer");
        }
        else
        {
            writer.WriteBoolean("sentByPeer", tls.SentByPeer);
        }

        writer.WriteEndObject();
        End(output, writer);
    }

    private static Utf8JsonWriter Begin(Stream output, HostAndPort target, bool isConnected)
    {
        var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true });
        writer.WriteStartObject();
        writer.WriteBoolean("connected", isConnected);
        writer.WriteString("host", target.Host);
        writer.WriteNumber("port", target.Port);
        return writer;
    }

    private static void End(Stream output, Utf8JsonWriter writer)
    {
        writer.WriteEndObject();
        writer.Flush();
        output.WriteByte((byte)'\n');
        output.Flush();
    }

    private static void WriteVerdict(Utf8JsonWriter writer, Verdict? verdict)
    {
        if (verdict is null)
        {
            writer.WriteNull("verdict");
            return;
        }

        writer.WritePropertyName("verdict");
        verdict.WriteTo(writer);
    }

    private static void WriteCertificate(Utf8JsonWriter writer, Certificate certificate)
    {
        writer.WriteStartObject();
        writer.WriteString("subject", certificate.Subject.ToString());
        writer.WriteString("issuer", certificate.Issuer.ToString());
        writer.WriteString("serial", certificate.SerialNumberText);
        writer.WriteString("notBefore", certificate.NotBefore);
        writer.WriteString("notAfter", certificate.NotAfter);
        writer.WriteString("key", certificate.PublicKey.ToString());
        writer.WriteString("signatureAlgorithm", certificate.SignatureAlgorithmText);
        writer.WriteString("sha256", certificate.FingerprintText);
        writer.WriteStartArray("names");
        foreach (GeneralName name in certificate.SubjectAlternativeNames)
        {
            writer.WriteStringValue(name.ToString());
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
