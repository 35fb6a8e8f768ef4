using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using Aksu.Cryptography;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Tests.Connections;

/// <summary>Options are immutable: a list that the application changes afterwards is its own.</summary>
public sealed class CopiedListTests
{
    private static readonly Type[] Types =
        [typeof(ClientHandshakeOptions), typeof(ServerHandshakeOptions), typeof(CertifiedKey), typeof(ServerIdentity)];

    public static TheoryData<Type, string> Lists =>
    [
        .. from type in Types
           from property in type.GetProperties()
           where property.CanWrite && ElementOf(property) is not null
           select (type, property.Name),
    ];

    [Fact]
    public void They_are_all_found() => Assert.Equal(27, Lists.Count);

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_list_is_copied(Type type, string name)
    {
        PropertyInfo property = type.GetProperty(name)!;
        Type element = ElementOf(property)!;
        var given = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
        given.Add(EntryOf(element));
        object options = type.GetConstructor([])?.Invoke([]) ?? RuntimeHelpers.GetUninitializedObject(type);

        property.SetValue(options, given);
        given.Clear();

        Assert.Single(((IEnumerable)property.GetValue(options)!).Cast<object>());
    }

    [Fact]
    public void The_names_of_an_identity_are_copied_when_it_is_made()
    {
        List<string> names = ["a.example"];
        var identity = new ServerIdentity((CertifiedKey)RuntimeHelpers.GetUninitializedObject(typeof(CertifiedKey)), names);
        names.Clear();

        Assert.True(identity.Matches("a.example"));
        Assert.False(identity.Matches("b.example"));
    }

    [Fact]
    public void Bytes_are_copied_as_well()
    {
        byte[] given = [1];
        var identity = new ClientHandshakeOptions { CertificateAuthorities = [given] };
        using SigningKey key = CryptographyProvider.Default.GenerateKey(KeyKind.Ed25519).Key;
        byte[] publicKey = key.SubjectPublicKeyInfo.ToArray();
        CertifiedKey certified = CertifiedKey.RawPublicKeyWithRemoteKey(publicKey, CryptographyProvider.Default) with
        {
            IssuerNames = [given],
            SignedCertificateTimestamps = [given],
            OcspResponse = given,
        };
        given[0] = 2;
        publicKey[0] ^= 1;

        Assert.Equal(1, identity.CertificateAuthorities[0].Span[0]);
        Assert.Equal(1, certified.IssuerNames[0].Span[0]);
        Assert.Equal(1, certified.SignedCertificateTimestamps[0].Span[0]);
        Assert.Equal(1, certified.OcspResponse.Span[0]);
        Assert.Equal(key.SubjectPublicKeyInfo.ToArray(), certified.Chain[0].ToArray());
    }

    private static Type? ElementOf(PropertyInfo property) =>
        property.PropertyType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
            ? type.GetGenericArguments()[0]
            : null;

    private static object EntryOf(Type element) =>
        element == typeof(string) ? "h2"
        : element == typeof(SignatureScheme) ? SignatureScheme.EcdsaSecp256r1Sha256
        : element.IsValueType ? Activator.CreateInstance(element)!
        : RuntimeHelpers.GetUninitializedObject(element);
}
