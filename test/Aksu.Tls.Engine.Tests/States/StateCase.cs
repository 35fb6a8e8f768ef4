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
    public static StateCase Of<T>(bool isProtected, bool ignoresChangeCipherSpec, params HandshakeType[] accepts)
        where T : HandshakeState => new(typeof(T), isProtected, ignoresChangeCipherSpec, accepts);
}
