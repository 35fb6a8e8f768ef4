using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Suspensions;

/// <summary>A ClientHello came; which options serve it is for the application to say.</summary>
public sealed class ServerOptionsRequest : SuspendedRequest
{
    internal ServerOptionsRequest()
    {
    }

    /// <summary>The host name that the client asks for (SNI); null when it did not say.</summary>
    public required string? ServerName { get; init; }

    /// <summary>The application protocols (ALPN) that the client offers, in its order.</summary>
    public required IReadOnlyList<string> ApplicationProtocols { get; init; }

    /// <summary>The versions that the client offers, in its order.</summary>
    public required IReadOnlyList<ProtocolVersion> Versions { get; init; }

    /// <summary>The cipher suites that the client offers, in its order.</summary>
    public required IReadOnlyList<CipherSuite> CipherSuites { get; init; }

    /// <summary>The signature schemes that the client accepts.</summary>
    public required IReadOnlyList<SignatureScheme> SignatureSchemes { get; init; }

    /// <summary>The groups that the client has.</summary>
    public required IReadOnlyList<NamedGroup> Groups { get; init; }

    /// <summary>The whole ClientHello message as received, header included.</summary>
    public required ReadOnlyMemory<byte> ClientHello { get; init; }

    internal ServerHandshakeOptions? Options { get; private set; }

    /// <summary>Serves the client with these options.</summary>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public void Provide(ServerHandshakeOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        BeginAnswer();
        Options = options;
        EndAnswer();
    }

    /// <summary>Refuses the client.</summary>
    /// <param name="alert">What the client is told.</param>
    /// <param name="why">What a person reads in the exception.</param>
    public void Refuse(AlertDescription alert, string why) => AnswerWith(Fault.ApplicationRefused(alert, why));
}
