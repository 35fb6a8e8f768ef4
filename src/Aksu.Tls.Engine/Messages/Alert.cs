using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages;

/// <summary>An alert (RFC 9846 §6): two bytes, alone in its record.</summary>
/// <param name="Level">1 (warning) or 2 (fatal). TLS 1.3 goes by the description alone.</param>
/// <param name="Description">What it says.</param>
internal readonly record struct Alert(byte Level, AlertDescription Description)
{
    /// <summary>The level of an alert that may be survived (TLS 1.2 and before), of close_notify and user_canceled.</summary>
    public const byte Warning = 1;

    /// <summary>The level of every other alert.</summary>
    public const byte Fatal = 2;

    /// <summary>The length of an alert in bytes.</summary>
    public const int Length = 2;

    /// <summary>An alert on its usual level (RFC 9846 §6.1).</summary>
    public static Alert Of(AlertDescription description)
    {
        bool isClosure = description == AlertDescription.CloseNotify || description == AlertDescription.UserCanceled
            || description == AlertDescription.NoRenegotiation;
        return new Alert(isClosure ? Warning : Fatal, description);
    }

    /// <summary>Reads the whole content of an alert record.</summary>
    public static Alert Decode(ReadOnlySpan<byte> content) => content switch
    {
        [Warning or Fatal, byte description] => new Alert(content[0], new AlertDescription(description)),
        [_, _] => throw Fault.InvalidValue("The level of an alert"),
        _ => throw Fault.MalformedAlert(),
    };

    public void Encode(WireWriter writer)
    {
        writer.WriteUInt8(Level);
        writer.WriteUInt8(Description.Value);
    }
}
