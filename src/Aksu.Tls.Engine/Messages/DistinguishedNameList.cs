using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages;

/// <summary>The authorities that a peer trusts, as TLS 1.2 and 1.3 write them (RFC 9846 §4.3.4, RFC 5246 §7.4.4).</summary>
internal static class DistinguishedNameList
{
    /// <summary>Reads all that is left of <paramref name="list"/>.</summary>
    public static ReadOnlyMemory<byte>[] Decode(ref WireReader list, string structure)
    {
        var names = new ReadOnlyMemory<byte>[Count(list, structure)];
        for (int i = 0; i < names.Length; i++)
        {
            names[i] = list.ReadVector16(min: 1);
        }

        return names;
    }

    /// <summary>Writes the list with its length.</summary>
    public static void Encode(WireWriter writer, ReadOnlyMemory<byte>[] names)
    {
        using WireWriter.Scope list = writer.Vector16();
        foreach (ReadOnlyMemory<byte> name in names)
        {
            using WireWriter.Scope scope = writer.Vector16();
            writer.WriteBytes(name.Span);
        }
    }

    /// <summary>How many names there are; the reader is a copy, which nobody reads on from.</summary>
    private static int Count(WireReader list, string structure)
    {
        int count = 0;
        while (!list.IsAtEnd)
        {
            if (count++ == ListLimits.CertificateAuthorities)
            {
                throw Fault.TooManyEntries(structure, ListLimits.CertificateAuthorities);
            }

            list.ReadVector16(min: 1);
        }

        return count;
    }
}
