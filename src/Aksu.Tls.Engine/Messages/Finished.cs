using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages;

/// <summary>Finished (RFC 9846 §4.5.3, RFC 5246 §7.4.9).</summary>
/// <param name="VerifyData">As long as the suite's hash in TLS 1.3, 12 bytes before it; compare it in fixed time.</param>
internal readonly record struct Finished(ReadOnlyMemory<byte> VerifyData) : IHandshakeBody
{
    /// <summary>The length of verify_data in TLS 1.2 and before, for all suites of this library (RFC 5246 §7.4.9).</summary>
    public const int Tls12Length = 12;

    private const string Name = "Finished";

    public HandshakeType Type => HandshakeType.Finished;

    /// <param name="body">The message's body.</param>
    /// <param name="length">The length that verify_data has in this connection.</param>
    public static Finished Decode(ReadOnlyMemory<byte> body, int length) =>
        body.Length == length ? new Finished(body) : throw Fault.LengthOutOfRange(Name);

    /// <summary>Takes any length from 12 bytes up to the longest hash; the comparison finds a wrong one.</summary>
    public static Finished Decode(ReadOnlyMemory<byte> body) =>
        body.Length is >= Tls12Length and <= 64 ? new Finished(body) : throw Fault.LengthOutOfRange(Name);

    public void Encode(WireWriter writer) => writer.WriteBytes(VerifyData.Span);

    /// <summary>Writes a whole message, header included.</summary>
    public static void WriteMessage(WireWriter writer, ReadOnlySpan<byte> verifyData)
    {
        writer.WriteUInt8(HandshakeType.Finished.Value);
        using WireWriter.Scope scope = writer.Vector24();
        writer.WriteBytes(verifyData);
    }
}
