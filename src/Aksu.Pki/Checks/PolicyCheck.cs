using Aksu.Pki.Asn1;
using Aksu.Pki.Parsing;
using Aksu.Pki.Paths;

namespace Aksu.Pki.Checks;

/// <summary>
/// Certificate policies along the path (RFC 5280 §6.1, as simplified by RFC 9618), for a user who accepts any policy: what matters then is
/// whether some policy remains valid where an authority demands one, so the set of policies expected next is all that is kept.
/// </summary>
internal static class PolicyCheck
{
    public static void Check(IReadOnlyList<Certificate> path, PathContext context, List<Check> checks)
    {
        var state = new State(path.Count - 1);
        for (int index = path.Count - 2; index >= 0; index--)
        {
            if (Step(path[index], isLast: index == 0, state) is { } problem)
            {
                checks.Add(Pki.Check.Fail(CheckKind.Policies, index, VerificationFailure.ConstraintViolation, problem));
                return;
            }
        }

        if (state.WasDemanded)
        {
            checks.Add(Pki.Check.Pass(CheckKind.Policies, 0, "a valid policy remains, as an authority demands"));
        }
    }

    private static string? Step(Certificate certificate, bool isLast, State state)
    {
        ExtensionSet extensions = certificate.ExtensionSet;
        PolicySet valid = Intersect(extensions.Policies, state,
            mayExpandAny: state.InhibitAny > 0 || (!isLast && certificate.IsSelfIssued));
        if (isLast)
        {
            state.Explicit -= state.Explicit > 0 ? 1 : 0;
            state.Explicit = extensions.PolicyConstraints?.RequireExplicitPolicy == 0 ? 0 : state.Explicit;
            state.WasDemanded |= state.Explicit == 0;
            return state.Explicit == 0 && valid.IsEmpty ? Demanded : null;
        }

        if (state.Explicit == 0 && valid.IsEmpty)
        {
            return Demanded;
        }

        state.WasDemanded |= state.Explicit == 0;
        if (extensions.PolicyMappings is { } mappings && !TryMap(mappings, valid, state))
        {
            return "maps the special policy anyPolicy, which is forbidden (RFC 5280 §6.1.4 a)";
        }

        state.Expected = valid;
        if (!certificate.IsSelfIssued)
        {
            state.Explicit -= state.Explicit > 0 ? 1 : 0;
            state.Mapping -= state.Mapping > 0 ? 1 : 0;
            state.InhibitAny -= state.InhibitAny > 0 ? 1 : 0;
        }

        state.Explicit = Math.Min(state.Explicit, extensions.PolicyConstraints?.RequireExplicitPolicy ?? int.MaxValue);
        state.Mapping = Math.Min(state.Mapping, extensions.PolicyConstraints?.InhibitPolicyMapping ?? int.MaxValue);
        state.InhibitAny = Math.Min(state.InhibitAny, extensions.InhibitAnyPolicy ?? int.MaxValue);
        return null;
    }

    private const string Demanded =
        "an authority above demands a certificate policy (policyConstraints), and none is valid along the whole path";

    private static PolicySet Intersect(ReadOnlyMemory<byte>[]? policies, State state, bool mayExpandAny)
    {
        var valid = new PolicySet();
        bool hasAny = false;
        foreach (ReadOnlyMemory<byte> policy in policies ?? [])
        {
            if (policy.Span.SequenceEqual(Oids.AnyPolicy))
            {
                hasAny = true;
            }
            else if (state.Expected.HasAny || state.Expected.Contains(policy))
            {
                valid.Add(policy);
            }
        }

        if (hasAny && mayExpandAny)
        {
            valid.AddAll(state.Expected);
        }

        return valid;
    }

    private static bool TryMap((ReadOnlyMemory<byte> Issuer, ReadOnlyMemory<byte> Subject)[] mappings, PolicySet valid, State state)
    {
        var mapped = new PolicySet();
        foreach ((ReadOnlyMemory<byte> issuer, ReadOnlyMemory<byte> subject) in mappings)
        {
            if (issuer.Span.SequenceEqual(Oids.AnyPolicy) || subject.Span.SequenceEqual(Oids.AnyPolicy))
            {
                return false;
            }

            if (state.Mapping > 0 && (valid.HasAny || valid.Contains(issuer)))
            {
                mapped.Add(subject);
            }
        }

        foreach ((ReadOnlyMemory<byte> issuer, _) in mappings)
        {
            valid.Remove(issuer);
        }

        valid.AddAll(mapped);
        return true;
    }

    private sealed class State(int length)
    {
        public PolicySet Expected { get; set; } = new() { HasAny = true };

        public int Explicit { get; set; } = length + 1;

        public int Mapping { get; set; } = length + 1;

        public int InhibitAny { get; set; } = length + 1;

        public bool WasDemanded { get; set; }
    }

    /// <summary>A set of policies; the special one that stands for all is kept apart.</summary>
    private sealed class PolicySet
    {
        private readonly List<ReadOnlyMemory<byte>> _policies = [];

        public bool HasAny { get; set; }

        public bool IsEmpty => !HasAny && _policies.Count == 0;

        public bool Contains(ReadOnlyMemory<byte> policy) => _policies.Exists(known => known.Span.SequenceEqual(policy.Span));

        public void Add(ReadOnlyMemory<byte> policy)
        {
            if (!Contains(policy))
            {
                _policies.Add(policy);
            }
        }

        public void AddAll(PolicySet other)
        {
            HasAny |= other.HasAny;
            other._policies.ForEach(Add);
        }

        public void Remove(ReadOnlyMemory<byte> policy) => _policies.RemoveAll(known => known.Span.SequenceEqual(policy.Span));
    }
}
