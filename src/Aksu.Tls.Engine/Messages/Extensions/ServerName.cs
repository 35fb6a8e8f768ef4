using System.Text;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages.Extensions;

/// <summary>server_name in ClientHello: the host that the client wants to reach (RFC 6066 §3).</summary>
/// <param name="HostName">
/// A DNS name in its ASCII form (A-labels), without a trailing dot, as <see cref="HostNameSyntax"/> has it; null when an address or a name
/// with a trailing dot came, which clients must not send but do. It is taken as if there were no name.
/// </param>
internal sealed record ServerNameOffer(string? HostName) : IExtensionBody
{
    private const string Name = "server_name";
    private const byte HostNameType = 0;

    public ExtensionType Type => ExtensionType.ServerName;

    /// <summary>
    /// Reads the list. A name of an unknown type is passed over, for all of them begin with a two-byte length; a second host_name and a
    /// list without one are illegal.
    /// </summary>
    public static ServerNameOffer Decode(ReadOnlyMemory<byte> body)
    {
        var reader = new WireReader(body, Name);
        WireReader list = reader.Nested16(min: 1);
        reader.ExpectEnd();
        string? hostName = null;
        bool hasHostName = false;
        for (int count = 0; !list.IsAtEnd; count++)
        {
            if (count == ListLimits.ServerNames)
            {
                throw Fault.TooManyEntries(Name, ListLimits.ServerNames);
            }

            byte type = list.ReadUInt8();
            ReadOnlyMemory<byte> name = list.ReadVector16(min: 1);
            if (type == HostNameType)
            {
                hostName = hasHostName ? throw Fault.InvalidValue(Name) : DecodeHostName(name.Span);
                hasHostName = true;
            }
        }

        return hasHostName ? new ServerNameOffer(hostName) : throw Fault.InvalidValue(Name);
    }

    public void Encode(WireWriter writer)
    {
        using WireWriter.Scope list = writer.Vector16();
        writer.WriteUInt8(HostNameType);
        using WireWriter.Scope name = writer.Vector16();
        Encoding.ASCII.GetBytes(HostName!, writer.Take(HostName!.Length));
    }

    private static string? DecodeHostName(ReadOnlySpan<byte> name)
    {
        string text = Encoding.Latin1.GetString(name);
        return HostNameSyntax.IsValid(text) ? text
            : HostNameSyntax.IsAddressOrRooted(text) ? null
            : throw Fault.InvalidValue(Name);
    }
}

/// <summary>server_name in an answer, where it is empty: the server used the name (RFC 6066 §3).</summary>
internal sealed record ServerNameAcknowledgement : IExtensionBody
{
    public ExtensionType Type => ExtensionType.ServerName;

    public static ServerNameAcknowledgement Decode(ReadOnlyMemory<byte> body)
    {
        new WireReader(body, "server_name").ExpectEnd();
        return new ServerNameAcknowledgement();
    }

    public void Encode(WireWriter writer)
    {
    }
}
