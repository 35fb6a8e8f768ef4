using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Aksu.Pki;
using Aksu.Pki.Revocation;
using Aksu.Pki.Transparency;
using Aksu.Tls.Engine.Options;

namespace Aksu.Tls.Negotiation;

/// <summary>
/// A digest of everything that decides whether a peer is accepted, and who this side is to it: a session made under one digest is never
/// resumed under another.
/// </summary>
internal static class AuthenticationContext
{
    private const string Label = "aksu authentication context 1";

    private static readonly ConditionalWeakTable<object, byte[]> ObjectIdentities = [];
    private static readonly ConditionalWeakTable<TrustStore, byte[]> TrustDigests = [];

    public static byte[] Of(TlsClientOptions options) => Digest(options, options.SelectIdentity, "client");

    public static byte[] Of(TlsServerOptions options) => Digest(options, hook: null, "server " + options.ClientAuthentication);

    private static byte[] Digest(TlsOptions options, Delegate? hook, string side)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, Label);
        Append(hash, side);
        Append(hash, options.DangerousSkipVerification ? "unverified" : "verified");
        if (!options.DangerousSkipVerification)
        {
            AppendPolicy(hash, options.EffectivePolicy);
            Append(hash, options.DangerousRsaKeyTransport ? "any key usage" : "signing keys");
        }

        AppendObject(hash, options.VerifyPeer);
        AppendObject(hash, hook);
        Append(hash, options.Identities.Count);
        foreach (TlsIdentity identity in options.Identities)
        {
            Append(hash, identity.CertifiedKey.Chain[0].Span);
        }

        Append(hash, string.Join(',', options.PeerCertificateTypes));
        Append(hash, options.TrustedPublicKeys.Count);
        foreach (PublicKeyInfo key in options.TrustedPublicKeys)
        {
            Append(hash, key.Der.Span);
        }

        AppendPreSharedKeys(hash, options.PreSharedKeys);
        return hash.GetHashAndReset();
    }

    /// <summary>Who holds such a key is accepted without a certificate, and so are the sessions that come of it.</summary>
    private static void AppendPreSharedKeys(IncrementalHash hash, IReadOnlyList<ExternalPreSharedKey> keys)
    {
        Append(hash, keys.Count);
        foreach (ExternalPreSharedKey key in keys)
        {
            Append(hash, key.Identity.Span);
            Append(hash, key.HashName);
            Append(hash, key.Key.Span);
        }
    }

    /// <summary>
    /// Every property of the policy but its clock: that decides when, not whom. A test compares this list with the policy's properties.
    /// </summary>
    private static void AppendPolicy(IncrementalHash hash, VerificationPolicy policy)
    {
        Append(hash, TrustDigest(policy.Trust));
        Append(hash, policy.Intermediates.Count);
        foreach (Certificate intermediate in policy.Intermediates)
        {
            Append(hash, intermediate.Der.Span);
        }

        Append(hash, policy.Pins.Count);
        foreach (ReadOnlyMemory<byte> pin in policy.Pins)
        {
            Append(hash, pin.Span);
        }

        Append(hash, (int)policy.Profile);
        Append(hash, policy.MaxIntermediates);
        Append(hash, policy.MinimumRsaKeySizeInBits);
        Append(hash, policy.Budget.ToString());
        AppendRevocation(hash, policy.Revocation);
        AppendTransparency(hash, policy.Transparency);
    }

    private static void AppendRevocation(IncrementalHash hash, RevocationPolicy revocation)
    {
        Append(hash, (int)revocation.Mode);
        Append(hash, (int)revocation.Scope);
        AppendObject(hash, ReferenceEquals(revocation.Crls, CrlStore.Empty) ? null : revocation.Crls);
        AppendObject(hash, revocation.Fetcher);
        Append(hash, revocation.ClockTolerance.ToString());
        Append(hash, revocation.MaxAgeWithoutNextUpdate.ToString());
    }

    private static void AppendTransparency(IncrementalHash hash, TransparencyPolicy? transparency)
    {
        Append(hash, transparency?.Logs.Count ?? -1);
        if (transparency is not null)
        {
            Append(hash, transparency.RequiredLogs);
            Append(hash, transparency.ClockTolerance.ToString());
            foreach (TransparencyLog log in transparency.Logs)
            {
                Append(hash, log.Id.Span);
            }
        }
    }

    private static byte[] TrustDigest(TrustStore trust) => TrustDigests.GetValue(trust, static store =>
    {
        byte[][] fingerprints = [.. store.Certificates.Select(static root => root.Sha256())];
        Array.Sort(fingerprints, static (a, b) => a.AsSpan().SequenceCompareTo(b));
        return SHA256.HashData([.. fingerprints.SelectMany(static fingerprint => fingerprint)]);
    });

    /// <summary>Nobody can look into a hook or a store: each one stands for itself, in this process alone.</summary>
    private static void AppendObject(IncrementalHash hash, object? opaque) =>
        Append(hash, opaque is null ? [] : ObjectIdentities.GetValue(opaque, static _ => RandomNumberGenerator.GetBytes(16)));

    private static void Append(IncrementalHash hash, string text) => Append(hash, Encoding.UTF8.GetBytes(text));

    private static void Append(IncrementalHash hash, int value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        hash.AppendData(bytes);
    }

    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> bytes)
    {
        Append(hash, bytes.Length);
        hash.AppendData(bytes);
    }
}
