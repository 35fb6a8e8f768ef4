using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages;

/// <summary>
/// The extensions of one message in the order of the wire (RFC 9846 §4.3). No type stands twice. Bodies that were decoded are slices of
/// the input.
/// </summary>
internal sealed class ExtensionBlock
{
    /// <summary>A block of length zero.</summary>
    public static readonly ExtensionBlock Empty = new([]);

    /// <summary>No block at all, not even its length: a hello of TLS 1.2 and before may end so (RFC 5246 §7.4.1.2).</summary>
    public static readonly ExtensionBlock Absent = new([]);

    private readonly Extension[] _entries;

    private ExtensionBlock(Extension[] entries) => _entries = entries;

    /// <summary>The extensions in the order of the wire.</summary>
    public IReadOnlyList<Extension> Entries => _entries;

    /// <summary>The same, to walk over without an enumerator.</summary>
    public ReadOnlySpan<Extension> Span => _entries;

    /// <summary>Whether the message ended before the block's length.</summary>
    public bool IsAbsent => ReferenceEquals(this, Absent);

    /// <summary>Reads the block of a message that must have one.</summary>
    /// <param name="reader">Stands at the block's two-byte length.</param>
    /// <param name="message">The message's name, for errors.</param>
    public static ExtensionBlock Decode(ref WireReader reader, string message)
    {
        WireReader list = reader.Nested16();
        if (list.IsAtEnd)
        {
            return Empty;
        }

        var entries = new Extension[Count(list, message)];
        for (int i = 0; i < entries.Length; i++)
        {
            var extension = new Extension(new ExtensionType(list.ReadUInt16()), list.ReadVector16());
            RefuseDuplicate(entries.AsSpan(0, i), extension.Type, message);
            entries[i] = extension;
        }

        return new ExtensionBlock(entries);
    }

    /// <summary>Reads the block of a hello, which TLS 1.2 and before may leave out.</summary>
    public static ExtensionBlock DecodeOptional(ref WireReader reader, string message) =>
        reader.IsAtEnd ? Absent : Decode(ref reader, message);

    /// <summary>Encodes the bodies at once, in this order; nulls are left out.</summary>
    public static ExtensionBlock Of(params ReadOnlySpan<IExtensionBody?> bodies)
    {
        int count = 0;
        foreach (IExtensionBody? body in bodies)
        {
            count += body is null ? 0 : 1;
        }

        if (count == 0)
        {
            return Empty;
        }

        using var writer = new WireWriter();
        Span<int> ends = stackalloc int[bodies.Length];
        for (int i = 0; i < bodies.Length; i++)
        {
            bodies[i]?.Encode(writer);
            ends[i] = writer.Length;
        }

        // One piece of memory for all: the writer's own goes back to the pool.
        ReadOnlyMemory<byte> encoded = writer.WrittenSpan.ToArray();
        var entries = new Extension[count];
        int next = 0;
        for (int i = 0; i < bodies.Length; i++)
        {
            if (bodies[i] is { } body)
            {
                int start = i == 0 ? 0 : ends[i - 1];
                entries[next++] = new Extension(body.Type, encoded[start..ends[i]]);
            }
        }

        return new ExtensionBlock(entries);
    }

    public bool Contains(ExtensionType type) => TryFind(type, out _);

    public bool TryFind(ExtensionType type, out ReadOnlyMemory<byte> body)
    {
        foreach (Extension extension in _entries)
        {
            if (extension.Type == type)
            {
                body = extension.Body;
                return true;
            }
        }

        body = default;
        return false;
    }

    /// <summary>Writes the block with its length; nothing when it is absent.</summary>
    public void Encode(WireWriter writer)
    {
        if (IsAbsent)
        {
            return;
        }

        using WireWriter.Scope scope = writer.Vector16();
        foreach (Extension extension in _entries)
        {
            writer.WriteUInt16(extension.Type.Value);
            using WireWriter.Scope body = writer.Vector16();
            writer.WriteBytes(extension.Body.Span);
        }
    }

    /// <summary>How many extensions there are; the reader is a copy, which nobody reads on from.</summary>
    private static int Count(WireReader list, string message)
    {
        int count = 0;
        while (!list.IsAtEnd)
        {
            if (++count > ListLimits.Extensions)
            {
                throw Fault.TooManyEntries("The extension block of " + message, ListLimits.Extensions);
            }

            list.ReadUInt16();
            list.ReadVector16();
        }

        return count;
    }

    private static void RefuseDuplicate(ReadOnlySpan<Extension> entries, ExtensionType type, string message)
    {
        foreach (Extension before in entries)
        {
            if (before.Type == type)
            {
                throw Fault.DuplicateExtension(type, message);
            }
        }
    }
}
