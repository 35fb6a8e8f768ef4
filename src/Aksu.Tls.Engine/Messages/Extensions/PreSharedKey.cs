using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages.Extensions;

/// <summary>One offered pre-shared key (RFC 9846 §4.3.11).</summary>
/// <param name="Identity">A ticket, or the label of an external key; not empty.</param>
/// <param name="ObfuscatedTicketAge">Milliseconds since the ticket came, plus its age_add, modulo 2^32; zero for an external key.</param>
internal readonly record struct PskIdentity(ReadOnlyMemory<byte> Identity, uint ObfuscatedTicketAge);

/// <summary>pre_shared_key in ClientHello, where it is the last extension (RFC 9846 §4.3.11).</summary>
/// <param name="Identities">In the client's order of preference; at least one.</param>
/// <param name="Binders">One for each identity, 32 to 255 bytes each.</param>
internal sealed record PreSharedKeyOffer(PskIdentity[] Identities, ReadOnlyMemory<byte>[] Binders) : IExtensionBody
{
    private const string Name = "pre_shared_key";
    private const int ShortestIdentities = 7;
    private const int ShortestBinders = 33;
    private const int ShortestBinder = 32;

    public ExtensionType Type => ExtensionType.PreSharedKey;

    /// <summary>
    /// How many bytes at the end of the ClientHello the binders' own transcript leaves out: the binders with the length of their list
    /// (RFC 9846 §4.3.11.2).
    /// </summary>
    public int BindersLength
    {
        get
        {
            int length = sizeof(ushort);
            foreach (ReadOnlyMemory<byte> binder in Binders)
            {
                length += sizeof(byte) + binder.Length;
            }

            return length;
        }
    }

    public static PreSharedKeyOffer Decode(ReadOnlyMemory<byte> body)
    {
        var reader = new WireReader(body, Name);
        WireReader identityList = reader.Nested16(ShortestIdentities);
        WireReader binderList = reader.Nested16(ShortestBinders);
        reader.ExpectEnd();
        PskIdentity[] identities = DecodeIdentities(ref identityList);
        ReadOnlyMemory<byte>[] binders = DecodeBinders(ref binderList);
        return binders.Length == identities.Length ? new PreSharedKeyOffer(identities, binders) : throw Fault.PskBinderCountMismatch();
    }

    public void Encode(WireWriter writer)
    {
        using (writer.Vector16())
        {
            foreach (PskIdentity identity in Identities)
            {
                using (writer.Vector16())
                {
                    writer.WriteBytes(identity.Identity.Span);
                }

                writer.WriteUInt32(identity.ObfuscatedTicketAge);
            }
        }

        using (writer.Vector16())
        {
            foreach (ReadOnlyMemory<byte> binder in Binders)
            {
                using WireWriter.Scope scope = writer.Vector8();
                writer.WriteBytes(binder.Span);
            }
        }
    }

    private static PskIdentity[] DecodeIdentities(ref WireReader list)
    {
        var identities = new List<PskIdentity>(capacity: 1);
        while (!list.IsAtEnd)
        {
            RefuseTooMany(identities.Count);
            identities.Add(new PskIdentity(list.ReadVector16(min: 1), list.ReadUInt32()));
        }

        return [.. identities];
    }

    private static ReadOnlyMemory<byte>[] DecodeBinders(ref WireReader list)
    {
        var binders = new List<ReadOnlyMemory<byte>>(capacity: 1);
        while (!list.IsAtEnd)
        {
            RefuseTooMany(binders.Count);
            binders.Add(list.ReadVector8(ShortestBinder));
        }

        return [.. binders];
    }

    private static void RefuseTooMany(int count)
    {
        if (count == ListLimits.PskIdentities)
        {
            throw Fault.TooManyEntries(Name, ListLimits.PskIdentities);
        }
    }
}

/// <summary>pre_shared_key in ServerHello (RFC 9846 §4.3.11).</summary>
/// <param name="SelectedIdentity">The place of the chosen key in the client's list, from zero.</param>
internal sealed record PreSharedKeyChoice(ushort SelectedIdentity) : IExtensionBody
{
    public ExtensionType Type => ExtensionType.PreSharedKey;

    public static PreSharedKeyChoice Decode(ReadOnlyMemory<byte> body)
    {
        var reader = new WireReader(body, "pre_shared_key");
        ushort selected = reader.ReadUInt16();
        reader.ExpectEnd();
        return new PreSharedKeyChoice(selected);
    }

    public void Encode(WireWriter writer) => writer.WriteUInt16(SelectedIdentity);
}
