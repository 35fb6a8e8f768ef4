using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Handshake;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Tests.States;

/// <summary>What a state that waits for the peer may be given.</summary>
/// <param name="State">The state's class.</param>
/// <param name="IsProtected">Whether records are protected by then.</param>
/// <param name="IgnoresChangeCipherSpec">Whether it passes over a change_cipher_spec record.</param>
/// <param name="Accepts">The messages that it names; every other is unexpected.</param>
internal sealed record StateCase(Type State, bool IsProtected, bool IgnoresChangeCipherSpec, params HandshakeType[] Accepts)
{
    private const string Root = "Aksu.Tls.Engine.Handshake.";

    /// <summary>Side, version and name.</summary>
    public string Name => NameOf(State);

    public bool IsTls12 => Name.Contains(".Tls12.", StringComparison.Ordinal);

    public static StateCase Of<T>(bool isProtected, bool ignoresChangeCipherSpec, params HandshakeType[] accepts)
        where T : HandshakeState => new(typeof(T), isProtected, ignoresChangeCipherSpec, accepts);

    public static string NameOf(Type state) => state.FullName![Root.Length..];

    /// <summary>A record as it has to look in this state.</summary>
    public byte[] Record(byte type, ReadOnlySpan<byte> content) => !IsProtected ? NullRecord.Plain(type, content)
        : IsTls12 ? NullRecord12.Protected(type, content)
        : NullRecord.Protected(type, content);

    /// <summary>The content of a record that is under way in this state.</summary>
    public byte[] Content(byte[] record) => !IsProtected ? record[WireRecord.HeaderSize..]
        : IsTls12 ? NullRecord12.Content(record)
        : record[WireRecord.HeaderSize..^17];

    /// <summary>The alert in the last of some records.</summary>
    public byte? LastAlert(ReadOnlySpan<byte> output) => IsTls12 ? NullRecord12.LastAlert(output) : NullRecord.LastAlert(output);
}
