using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages.Extensions;

/// <summary>One public value for a key exchange (RFC 9846 §4.3.8).</summary>
/// <param name="Group">The group.</param>
/// <param name="KeyExchange">The public value in the group's form; not empty.</param>
internal readonly record struct KeyShareEntry(NamedGroup Group, ReadOnlyMemory<byte> KeyExchange)
{
    public static KeyShareEntry Decode(ref WireReader reader) => new(new NamedGroup(reader.ReadUInt16()), reader.ReadVector16(min: 1));

    public void Encode(WireWriter writer)
    {
        writer.WriteUInt16(Group.Value);
        using WireWriter.Scope scope = writer.Vector16();
        writer.WriteBytes(KeyExchange.Span);
    }
}

/// <summary>key_share in ClientHello (RFC 9846 §4.3.8).</summary>
/// <param name="Entries">At most one a group; none when the client asks the server to choose a group first.</param>
internal sealed record KeyShareOffer(KeyShareEntry[] Entries) : IExtensionBody
{
    private const string Name = "key_share";

    public ExtensionType Type => ExtensionType.KeyShare;

    public static KeyShareOffer Decode(ReadOnlyMemory<byte> body)
    {
        var reader = new WireReader(body, Name);
        WireReader list = reader.Nested16();
        reader.ExpectEnd();
        var entries = new KeyShareEntry[Count(list)];
        for (int i = 0; i < entries.Length; i++)
        {
            KeyShareEntry entry = KeyShareEntry.Decode(ref list);
            foreach (KeyShareEntry before in entries.AsSpan(0, i))
            {
                if (before.Group == entry.Group)
                {
                    throw Fault.DuplicateKeyShare(entry.Group);
                }
            }

            entries[i] = entry;
        }

        return new KeyShareOffer(entries);
    }

    public void Encode(WireWriter writer)
    {
        using WireWriter.Scope list = writer.Vector16();
        foreach (KeyShareEntry entry in Entries)
        {
            entry.Encode(writer);
        }
    }

    /// <summary>How many shares there are; the reader is a copy, which nobody reads on from.</summary>
    private static int Count(WireReader list)
    {
        int count = 0;
        while (!list.IsAtEnd)
        {
            if (count++ == ListLimits.KeyShares)
            {
                throw Fault.TooManyEntries(Name, ListLimits.KeyShares);
            }

            KeyShareEntry.Decode(ref list);
        }

        return count;
    }
}

/// <summary>key_share in ServerHello (RFC 9846 §4.3.8).</summary>
internal sealed record KeyShareChoice(KeyShareEntry Entry) : IExtensionBody
{
    public ExtensionType Type => ExtensionType.KeyShare;

    public static KeyShareChoice Decode(ReadOnlyMemory<byte> body)
    {
        var reader = new WireReader(body, "key_share");
        KeyShareEntry entry = KeyShareEntry.Decode(ref reader);
        reader.ExpectEnd();
        return new KeyShareChoice(entry);
    }

    public void Encode(WireWriter writer) => Entry.Encode(writer);
}

/// <summary>key_share in HelloRetryRequest: the group for which the server wants a share (RFC 9846 §4.3.8).</summary>
internal sealed record KeyShareRetry(NamedGroup Group) : IExtensionBody
{
    public ExtensionType Type => ExtensionType.KeyShare;

    public static KeyShareRetry Decode(ReadOnlyMemory<byte> body)
    {
        var reader = new WireReader(body, "key_share");
        var group = new NamedGroup(reader.ReadUInt16());
        reader.ExpectEnd();
        return new KeyShareRetry(group);
    }

    public void Encode(WireWriter writer) => writer.WriteUInt16(Group.Value);
}
