using Aksu.Pki.Asn1;

namespace Aksu.Pki.Parsing;

/// <summary>Reads the four extensions about certificate policies (RFC 5280 §4.2.1.4, .5, .11, .14).</summary>
internal static class PolicyExtensionParser
{
    public static void ReadPolicies(ref DerReader value, ExtensionSet set, DerSlices slices)
    {
        DerReader list = value.ReadSequence();
        var policies = new List<ReadOnlyMemory<byte>>();
        while (!list.IsEmpty)
        {
            DerReader information = list.ReadSequence();
            ReadOnlySpan<byte> policy = information.ReadOid();
            if (!information.IsEmpty)
            {
                ReadQualifiers(information.ReadSequence(), set);
            }

            information.ThrowIfNotEmpty();
            foreach (ReadOnlyMemory<byte> earlier in policies)
            {
                if (earlier.Span.SequenceEqual(policy))
                {
                    throw new MalformedDerException("a certificate policy occurs twice");
                }
            }

            policies.Add(slices.Of(policy));
            ThrowIfTooMany(policies.Count);
        }

        set.Policies = policies.Count > 0 ? [.. policies] : throw new MalformedDerException("certificatePolicies is empty");
    }

    public static void ReadMappings(ref DerReader value, ExtensionSet set, DerSlices slices)
    {
        DerReader list = value.ReadSequence();
        var mappings = new List<(ReadOnlyMemory<byte> Issuer, ReadOnlyMemory<byte> Subject)>();
        while (!list.IsEmpty)
        {
            DerReader mapping = list.ReadSequence();
            mappings.Add((slices.Of(mapping.ReadOid()), slices.Of(mapping.ReadOid())));
            mapping.ThrowIfNotEmpty();
            ThrowIfTooMany(mappings.Count);
        }

        set.PolicyMappings = mappings.Count > 0 ? [.. mappings] : throw new MalformedDerException("policyMappings is empty");
    }

    public static void ReadConstraints(ref DerReader value, ExtensionSet set, DerSlices slices)
    {
        DerReader fields = value.ReadSequence();
        int? requireExplicit = null;
        int? inhibitMapping = null;
        if (fields.NextIs(ContextTag.Primitive(0)))
        {
            requireExplicit = fields.ReadNonNegative(ContextTag.Primitive(0));
        }

        if (fields.NextIs(ContextTag.Primitive(1)))
        {
            inhibitMapping = fields.ReadNonNegative(ContextTag.Primitive(1));
        }

        fields.ThrowIfNotEmpty();

        // RFC 5280 §4.2.1.11: at least one of the two must be present.
        set.PolicyConstraints = requireExplicit is not null || inhibitMapping is not null
            ? new PolicyConstraints(requireExplicit, inhibitMapping)
            : throw new MalformedDerException("policyConstraints is empty");
    }

    public static void ReadInhibitAny(ref DerReader value, ExtensionSet set, DerSlices slices) =>
        set.InhibitAnyPolicy = value.ReadNonNegative();

    private static void ReadQualifiers(DerReader qualifiers, ExtensionSet set)
    {
        while (!qualifiers.IsEmpty)
        {
            DerReader qualifier = qualifiers.ReadSequence();
            ReadOnlySpan<byte> kind = qualifier.ReadOid();
            set.HasUnknownPolicyQualifier |=
                !kind.SequenceEqual(Oids.PolicyQualifierCps) && !kind.SequenceEqual(Oids.PolicyQualifierUserNotice);
            qualifier.ReadEncoded();
            qualifier.ThrowIfNotEmpty();
        }
    }

    /// <summary>The policy graph grows with these lists; no real certificate comes near this bound.</summary>
    private static void ThrowIfTooMany(int count)
    {
        const int MaxPolicies = 64;
        if (count > MaxPolicies)
        {
            throw new MalformedDerException("there are too many certificate policies");
        }
    }
}
