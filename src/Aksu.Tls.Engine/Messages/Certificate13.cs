using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages;

/// <summary>Certificate of TLS 1.3 (RFC 9846 §4.5.1).</summary>
/// <param name="Context">The context of the CertificateRequest that it answers; empty from a server.</param>
/// <param name="Entries">The leaf first; empty when a client has no certificate.</param>
internal readonly record struct Certificate13(ReadOnlyMemory<byte> Context, CertificateEntry[] Entries) : IHandshakeBody
{
    private const string Name = "Certificate";

    public HandshakeType Type => HandshakeType.Certificate;

    /// <param name="body">The message's body.</param>
    /// <param name="maxEntries">The longest chain that this side takes.</param>
    public static Certificate13 Decode(ReadOnlyMemory<byte> body, int maxEntries)
    {
        var reader = new WireReader(body, Name);
        ReadOnlyMemory<byte> context = reader.ReadVector8();
        WireReader list = reader.Nested24();
        reader.ExpectEnd();
        var entries = new CertificateEntry[Count(list, maxEntries)];
        for (int i = 0; i < entries.Length; i++)
        {
            entries[i] = CertificateEntry.Decode(ref list, Name);
        }

        return new Certificate13(context, entries);
    }

    public void Encode(WireWriter writer)
    {
        using (writer.Vector8())
        {
            writer.WriteBytes(Context.Span);
        }

        using (writer.Vector24())
        {
            foreach (CertificateEntry entry in Entries)
            {
                entry.Encode(writer);
            }
        }
    }

    /// <summary>How many entries there are; the reader is a copy, which nobody reads on from.</summary>
    private static int Count(WireReader list, int maxEntries)
    {
        int count = 0;
        while (!list.IsAtEnd)
        {
            if (count++ == maxEntries)
            {
                throw Fault.TooManyCertificates(maxEntries);
            }

            CertificateEntry.Decode(ref list, Name);
        }

        return count;
    }
}
