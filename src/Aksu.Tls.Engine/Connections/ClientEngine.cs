using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Handshake.Client;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Tls.Engine.Connections;

/// <summary>The client's end of a connection. <inheritdoc cref="TlsEngine" path="/remarks"/></summary>
public sealed class ClientEngine : TlsEngine
{
    /// <summary>Makes a client that has not sent anything yet; call <c>Handshake</c> with no input to begin.</summary>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public ClientEngine(ClientHandshakeOptions options)
        : base(TlsSide.Client, Checked(options), new StartClient(options))
    {
    }

    /// <summary>Takes a session that the server issued; part of the receive half. The caller owns it.</summary>
    public bool TryTakeSession([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out TlsSession? session) =>
        Context.TryTakeReceived(out session);

    private static ClientHandshakeOptions Checked(ClientHandshakeOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.ValidateOnce();
        return options;
    }
}
