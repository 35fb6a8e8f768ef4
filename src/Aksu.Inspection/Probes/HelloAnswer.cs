using Aksu.Inspection.Connections;
using Aksu.Inspection.Fields;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Inspection.Probes;

/// <summary>What a server answered to a hello, as far as it can be read without keys.</summary>
/// <param name="IsComplete">Whether all that is wanted has come, or nothing more will.</param>
/// <param name="CipherSuite">The suite that it chose; null when it refused.</param>
/// <param name="Group">The group that it chose; null when there is none, or it is not told.</param>
/// <param name="SignatureScheme">How it signed, where that is told.</param>
/// <param name="Alert">The alert that it refused with; null for none.</param>
/// <param name="IsTls">Whether what came is TLS.</param>
public sealed record HelloAnswer(
    bool IsComplete, CipherSuite? CipherSuite, NamedGroup? Group, SignatureScheme? SignatureScheme, string? Alert, bool IsTls)
{
    /// <summary>The longest answer that is read, in bytes.</summary>
    public const int MaxLength = 256 * 1024;

    /// <summary>Reads what came so far.</summary>
    public static HelloAnswer Read(HelloOffer offer, ReadOnlyMemory<byte> hello, ReadOnlyMemory<byte> answer)
    {
        ArgumentNullException.ThrowIfNull(offer);
        var conversation = new Conversation
        {
            Chunks = [new Chunk(TlsSide.Client, TimeSpan.Zero, hello), new Chunk(TlsSide.Server, TimeSpan.Zero, answer)],
        };
        TracedConnection connection = Inspector.Read(conversation, "", new TraceOptions()).Connections[0];
        TracedStep[] said = [.. connection.Steps.Where(static step => step.Sender == TlsSide.Server)];
        if (Array.Find(said, static step => step.Kind is StepKind.Unknown or StepKind.Alert) is { } end)
        {
            return new HelloAnswer(true, null, null, null, end.Kind == StepKind.Alert ? end.Name : null, end.Kind == StepKind.Alert);
        }

        if (Array.Find(said, static step => step.Name is "ServerHello" or "HelloRetryRequest") is not { } choice)
        {
            return new HelloAnswer(false, null, null, null, null, true);
        }

        if (connection.Agreed.Version != offer.Version.ToString())
        {
            return new HelloAnswer(true, null, null, null, null, true);
        }

        TracedStep? exchange = Array.Find(said, static step => step.Name == "ServerKeyExchange");
        bool isComplete = offer.Version == ProtocolVersion.Tls13 || Array.Exists(said, static step => step.Name == "ServerHelloDone");
        Field? group = offer.Version == ProtocolVersion.Tls13 ? choice.Content.Find("key_share") : exchange?.Content.Find("namedcurve");
        return new HelloAnswer(
            isComplete,
            Code(choice, choice.Content.Find("cipher_suite")) is { } suite ? new CipherSuite(suite) : null,
            GroupOf(offer.Version == ProtocolVersion.Tls13 ? choice : exchange, group),
            exchange is not null && Code(exchange, exchange.Content.Find("algorithm")) is { } scheme ? new SignatureScheme(scheme) : null,
            null,
            true);
    }

    private static NamedGroup? GroupOf(TracedStep? step, Field? field) =>
        step is not null && Code(step, field is { Length: > 2 } ? field.Children[^1] : field) is { } group ? new NamedGroup(group) : null;

    /// <summary>The two-byte code in a field; of an extension it is what stands last.</summary>
    private static ushort? Code(TracedStep step, Field? field)
    {
        if (field is not { Length: 2 })
        {
            return null;
        }

        ReadOnlySpan<byte> bytes = step.Bytes.Span.Slice(field.Offset, field.Length);
        return (ushort)((bytes[0] << 8) | bytes[1]);
    }
}
