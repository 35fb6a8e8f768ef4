using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Tests.Requirements;

/// <summary>RFC 9846 §9.1, §9.2, §B.2.</summary>
public sealed class MandatoryTests
{
    [Fact]
    public void What_everybody_must_have_is_on_by_default()
    {
        Assert.Contains(CipherSuite.Aes128GcmSha256, DefaultParameters.CipherSuites);
        Assert.Contains(NamedGroup.Secp256r1, DefaultParameters.Groups);
        SignatureScheme[] schemes =
            [SignatureScheme.RsaPkcs1Sha256, SignatureScheme.RsaPssRsaeSha256, SignatureScheme.EcdsaSecp256r1Sha256];
        Assert.Empty(schemes.Except(DefaultParameters.SignatureSchemes));
        ExtensionType[] extensions =
        [
            ExtensionType.SupportedVersions, ExtensionType.Cookie, ExtensionType.SignatureAlgorithms, ExtensionType.SignatureAlgorithmsCert,
            ExtensionType.SupportedGroups, ExtensionType.KeyShare, ExtensionType.ServerName,
        ];
        Assert.All(extensions, static type => Assert.True(ExtensionTable.Allows(type, ExtensionMessage.ClientHello)));
    }

    [Fact]
    public void No_cause_has_an_alert_of_former_times()
    {
        // decryption_failed, decompression_failure, no_certificate, export_restriction, certificate_unobtainable,
        // bad_certificate_hash_value.
        byte[] former = [21, 30, 41, 60, 111, 114];
        System.Reflection.MethodInfo[] causes =
        [
            .. typeof(Fault).GetMethods(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Static)
                .Where(static method => method.ReturnType == typeof(TlsException) && method.GetParameters().Length == 0)
        ];

        Assert.NotEmpty(causes);
        Assert.All(causes, cause => Assert.DoesNotContain(((TlsException)cause.Invoke(null, null)!).Alert.Value, former));
    }
}
