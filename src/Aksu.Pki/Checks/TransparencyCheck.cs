using Aksu.Cryptography;
using Aksu.Pki.Paths;
using Aksu.Pki.Transparency;

namespace Aksu.Pki.Checks;

/// <summary>Whether enough logs have promised to show the certificate (RFC 6962 §3.3, §5.2), wherever their timestamps came from.</summary>
internal static class TransparencyCheck
{
    /// <summary>More timestamps than any certificate has; each costs a signature check.</summary>
    private const int MaxTimestamps = 16;

    public static void Check(IReadOnlyList<Certificate> path, PathContext context, List<Check> checks)
    {
        if (context.Policy.Transparency is not { } policy)
        {
            return;
        }

        Certificate peer = path[0];
        var logs = new HashSet<TransparencyLog>();
        if (path.Count > 1 && !peer.ExtensionSet.SctList.IsEmpty)
        {
            Collect(peer.ExtensionSet.SctList.Span, LogEntry.OfPrecertificate(peer, path[1]), context, logs);
        }

        if (!context.Request.SignedCertificateTimestamps.IsEmpty)
        {
            Collect(context.Request.SignedCertificateTimestamps.Span, LogEntry.OfCertificate(peer), context, logs);
        }

        string names = logs.Count == 0 ? "none" : string.Join(", ", logs.Select(static log => log.Name));
        checks.Add(logs.Count >= policy.RequiredLogs
            ? Pki.Check.Pass(CheckKind.Transparency, 0, $"logged publicly: {names}")
            : Pki.Check.Fail(CheckKind.Transparency, 0, VerificationFailure.NotTransparent,
                $"timestamps of {policy.RequiredLogs} known logs are needed, and there are right ones of {logs.Count} ({names})"));
    }

    /// <summary>Malformed timestamps, those of unknown logs, and wrong ones simply don't count.</summary>
    private static void Collect(ReadOnlySpan<byte> list, byte[] entry, PathContext context, HashSet<TransparencyLog> logs)
    {
        if (!SignedCertificateTimestamp.TryReadVector(ref list, out ReadOnlySpan<byte> rest) || !list.IsEmpty)
        {
            return;
        }

        for (int i = 0; i < MaxTimestamps && SignedCertificateTimestamp.TryReadVector(ref rest, out ReadOnlySpan<byte> one); i++)
        {
            if (SignedCertificateTimestamp.TryRead(one, out SignedCertificateTimestamp timestamp)
                && FindLog(timestamp, context.Policy.Transparency!) is { } log
                && IsRight(timestamp, log, entry, context))
            {
                logs.Add(log);
            }
        }
    }

    private static TransparencyLog? FindLog(SignedCertificateTimestamp timestamp, TransparencyPolicy policy)
    {
        foreach (TransparencyLog log in policy.Logs)
        {
            if (log.Id.Span.SequenceEqual(timestamp.LogId))
            {
                return log;
            }
        }

        return null;
    }

    private static bool IsRight(SignedCertificateTimestamp timestamp, TransparencyLog log, byte[] entry, PathContext context)
    {
        long now = (context.Time + context.Policy.Transparency!.ClockTolerance).ToUnixTimeMilliseconds();
        if (now < 0 || timestamp.Timestamp > (ulong)now || timestamp.Algorithm is not { } algorithm || !context.Work.TrySignature())
        {
            return false;
        }

        using VerificationKey? key = context.Provider.ImportPublicKey(log.Key.Der.Span);
        return key is not null && key.Supports(algorithm)
            && key.Verify(algorithm, LogEntry.SignedData(entry, timestamp), timestamp.Signature);
    }
}
