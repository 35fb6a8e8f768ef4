using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages;

/// <summary>
/// The extensions of one message in the order of the wire (RFC 9846 §4.3), as the bytes that they are there: they are found by walking over
/// them. No type stands twice. A block that was decoded is a slice of the input.
/// </summary>
internal sealed class ExtensionBlock
{
    /// <summary>A block of length zero.</summary>
    public static readonly ExtensionBlock Empty = new(default);

    /// <summary>No block at all, not even its length: a hello of TLS 1.2 and before may end so (RFC 5246 §7.4.1.2).</summary>
    public static readonly ExtensionBlock Absent = new(default);

    private readonly ReadOnlyMemory<byte> _encoded;

    private ExtensionBlock(ReadOnlyMemory<byte> encoded) => _encoded = encoded;

    /// <summary>The extensions as a list, made anew for whoever asks; to look at each one, walk over the block itself.</summary>
    public IReadOnlyList<Extension> Entries
    {
        get
        {
            var entries = new List<Extension>();
            foreach (Extension extension in this)
            {
                entries.Add(extension);
            }

            return entries;
        }
    }

    /// <summary>Whether there is no extension.</summary>
    public bool IsEmpty => _encoded.IsEmpty;

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

        CheckForm(list, message);
        return new ExtensionBlock(list.Unread);
    }

    /// <summary>Reads the block of a hello, which TLS 1.2 and before may leave out.</summary>
    public static ExtensionBlock DecodeOptional(ref WireReader reader, string message) =>
        reader.IsAtEnd ? Absent : Decode(ref reader, message);

    /// <summary>Encodes the bodies at once, in this order; nulls are left out.</summary>
    public static ExtensionBlock Of(params ReadOnlySpan<IExtensionBody?> bodies)
    {
        if (!HasAny(bodies))
        {
            return Empty;
        }

        using var writer = new WireWriter();
        foreach (IExtensionBody? body in bodies)
        {
            if (body is not null)
            {
                writer.WriteUInt16(body.Type.Value);
                using WireWriter.Scope scope = writer.Vector16();
                body.Encode(writer);
            }
        }

        // The writer's own memory goes back to the pool.
        return new ExtensionBlock(writer.WrittenSpan.ToArray());
    }

    public Enumerator GetEnumerator() => new(_encoded);

    public bool Contains(ExtensionType type) => TryFind(type, out _);

    public bool TryFind(ExtensionType type, out ReadOnlyMemory<byte> body)
    {
        foreach (Extension extension in this)
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
        writer.WriteBytes(_encoded.Span);
    }

    private static bool HasAny(ReadOnlySpan<IExtensionBody?> bodies)
    {
        foreach (IExtensionBody? body in bodies)
        {
            if (body is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether each extension is whole and none stands twice; the reader is a copy, which nobody reads on from.</summary>
    private static void CheckForm(WireReader list, string message)
    {
        Span<ExtensionType> types = stackalloc ExtensionType[ListLimits.Extensions];
        int count = 0;
        while (!list.IsAtEnd)
        {
            if (count == ListLimits.Extensions)
            {
                throw Fault.TooManyEntries("The extension block of " + message, ListLimits.Extensions);
            }

            types[count++] = new ExtensionType(list.ReadUInt16());
            list.ReadVector16();
        }

        RefuseDuplicate(types[..count], message);
    }

    private static void RefuseDuplicate(ReadOnlySpan<ExtensionType> types, string message)
    {
        for (int i = 1; i < types.Length; i++)
        {
            if (types[..i].Contains(types[i]))
            {
                throw Fault.DuplicateExtension(types[i], message);
            }
        }
    }

    /// <summary>Walks over the extensions; what it finds are slices of the block.</summary>
    public ref struct Enumerator
    {
        private WireReader _reader;

        internal Enumerator(ReadOnlyMemory<byte> encoded) => _reader = new WireReader(encoded, "extensions");

        public Extension Current { get; private set; }

        public bool MoveNext()
        {
            if (_reader.IsAtEnd)
            {
                return false;
            }

            Current = new Extension(new ExtensionType(_reader.ReadUInt16()), _reader.ReadVector16());
            return true;
        }
    }
}
