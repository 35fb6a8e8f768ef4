using System.Net;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Suspensions;

namespace Aksu.Tls;

/// <summary>What a client asks for in its first message. Nothing of it is authenticated yet. Immutable.</summary>
public sealed class ClientHelloInfo
{
    internal ClientHelloInfo(ServerOptionsRequest request, EndPoint? remoteEndPoint)
    {
        ServerName = request.ServerName;
        ApplicationProtocols = request.ApplicationProtocols;
        Versions = request.Versions;
        CipherSuites = request.CipherSuites;
        SignatureSchemes = request.SignatureSchemes;
        Groups = request.Groups;
        Message = request.ClientHello;
        RemoteEndPoint = remoteEndPoint;
    }

    /// <summary>The host name that the client asks for (SNI); null when it did not say.</summary>
    public string? ServerName { get; }

    /// <summary>The application protocols (ALPN) that the client offers, in its order.</summary>
    public IReadOnlyList<string> ApplicationProtocols { get; }

    /// <summary>The versions that the client offers, in its order.</summary>
    public IReadOnlyList<ProtocolVersion> Versions { get; }

    /// <summary>The cipher suites that the client offers, in its order.</summary>
    public IReadOnlyList<CipherSuite> CipherSuites { get; }

    /// <summary>The signature schemes that the client accepts.</summary>
    public IReadOnlyList<SignatureScheme> SignatureSchemes { get; }

    /// <summary>The groups that the client has.</summary>
    public IReadOnlyList<NamedGroup> Groups { get; }

    /// <summary>The whole ClientHello message as received, header included.</summary>
    public ReadOnlyMemory<byte> Message { get; }

    /// <summary>Where the client is; null when the transport is no network stream.</summary>
    public EndPoint? RemoteEndPoint { get; }
}
