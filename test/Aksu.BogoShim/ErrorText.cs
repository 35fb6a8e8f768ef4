using Aksu.Tls.Engine.Errors;

namespace Aksu.BogoShim;

/// <summary>How a failure is told to the runner; its error map in config.json translates from these words.</summary>
internal static class ErrorText
{
    /// <summary><c>:BadRecord:</c> for what this side found, <c>:Received:handshake_failure:</c> for the peer's alert.</summary>
    public static string Of(TlsException failure) => failure.SentByPeer
        ? $":Received:{failure.Alert}: {failure.Message}"
        : $":{failure.Reason}: {failure.Message}";
}
