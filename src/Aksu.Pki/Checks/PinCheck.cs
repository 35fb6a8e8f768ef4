using Aksu.Pki.Paths;

namespace Aksu.Pki.Checks;

/// <summary>One of the pinned keys must be in the path, if there are pins (RFC 7469 §2.6, without the header).</summary>
internal static class PinCheck
{
    public static void Check(IReadOnlyList<Certificate> path, PathContext context, List<Check> checks)
    {
        if (context.Policy.Pins.Count == 0)
        {
            return;
        }

        for (int index = 0; index < path.Count; index++)
        {
            if (IsPinned(path[index].PublicKey, context.Policy))
            {
                checks.Add(Pki.Check.Pass(CheckKind.Pins, index, "this key is pinned"));
                return;
            }
        }

        checks.Add(Pki.Check.Fail(CheckKind.Pins, 0, VerificationFailure.PinMismatch, "none of the pinned keys is in the path"));
    }

    public static bool IsPinned(PublicKeyInfo key, VerificationPolicy policy)
    {
        byte[] hash = key.Sha256();
        return policy.Pins.Any(pin => pin.Span.SequenceEqual(hash));
    }
}
