using Aksu.Inspection.Fields;
using Aksu.Inspection.Texts;
using Aksu.Tls.Engine.Crypto.Tls12;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Inspection.Layouts;

/// <summary>What besides its bytes decides how a message is read, and how much of it may still become fields.</summary>
internal sealed class LayoutContext
{
    /// <summary>How many fields one message may have: a list of two-byte values may fill a message of 64 KiB twice over.</summary>
    public const int MaxFields = 70_000;

    private int _fields;

    /// <summary>Where extensions stand.</summary>
    public ExtensionMessage Extensions { get; init; }

    /// <summary>The negotiated version; TLS 1.2 as long as none is known.</summary>
    public ProtocolVersion Version { get; init; } = ProtocolVersion.Tls12;

    /// <summary>How keys are exchanged in TLS 1.2 and before; null when it is not known.</summary>
    public KeyExchangeMethod? KeyExchange { get; init; }

    /// <summary>Counts one more field.</summary>
    public void Count(FieldReader reader)
    {
        if (++_fields > MaxFields)
        {
            reader.Take(reader.Remaining);
            throw new MalformedFieldException(FieldTexts.TooManyFields.With(MaxFields));
        }
    }
}
