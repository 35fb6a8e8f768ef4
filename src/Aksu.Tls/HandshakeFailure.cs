using System.Net;

namespace Aksu.Tls;

/// <summary>A connection that did not come to be.</summary>
/// <param name="RemoteEndPoint">Where the client was; null when not known.</param>
/// <param name="Exception">Why.</param>
public sealed record HandshakeFailure(EndPoint? RemoteEndPoint, Exception Exception);
