using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages;

/// <summary>Certificate of TLS 1.2 and before (RFC 5246 §7.4.2).</summary>
/// <param name="Certificates">DER certificates, the leaf first; empty when a client has none.</param>
internal sealed record Certificate12(ReadOnlyMemory<byte>[] Certificates) : IHandshakeBody
{
    public HandshakeType Type => HandshakeType.Certificate;

    /// <param name="body">The message's body.</param>
    /// <param name="maxEntries">The longest chain that this side takes.</param>
    public static Certificate12 Decode(ReadOnlyMemory<byte> body, int maxEntries)
    {
        var reader = new WireReader(body, "Certificate");
        WireReader list = reader.Nested24();
        reader.ExpectEnd();
        var certificates = new ReadOnlyMemory<byte>[Count(list, maxEntries)];
        for (int i = 0; i < certificates.Length; i++)
        {
            certificates[i] = list.ReadVector24(min: 1);
        }

        return new Certificate12(certificates);
    }

    public void Encode(WireWriter writer)
    {
        using WireWriter.Scope list = writer.Vector24();
        foreach (ReadOnlyMemory<byte> certificate in Certificates)
        {
            using WireWriter.Scope scope = writer.Vector24();
            writer.WriteBytes(certificate.Span);
        }
    }

    /// <summary>How many certificates there are; the reader is a copy, which nobody reads on from.</summary>
    private static int Count(WireReader list, int maxEntries)
    {
        int count = 0;
        while (!list.IsAtEnd)
        {
            if (count++ == maxEntries)
            {
                throw Fault.TooManyCertificates(maxEntries);
            }

            list.ReadVector24(min: 1);
        }

        return count;
    }
}
