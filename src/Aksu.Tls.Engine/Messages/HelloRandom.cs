namespace Aksu.Tls.Engine.Messages;

/// <summary>The random of ClientHello and ServerHello.</summary>
internal static class HelloRandom
{
    /// <summary>Its length in bytes (RFC 9846 §4.2.2).</summary>
    public const int Length = 32;
}
