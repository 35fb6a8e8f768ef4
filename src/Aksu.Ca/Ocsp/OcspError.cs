namespace Aksu.Ca.Ocsp;

/// <summary>Why a responder gives no answer (OCSPResponseStatus, RFC 6960 §4.2.1).</summary>
internal enum OcspError
{
    None = 0,
    MalformedRequest = 1,
    InternalError = 2,
    Unauthorized = 6,
}
