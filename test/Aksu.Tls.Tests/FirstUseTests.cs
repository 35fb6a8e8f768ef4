using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Runtime.Loader;

namespace Aksu.Tls.Tests;

/// <summary>The library works when it is used and not before: what a program that only has it pays is nothing.</summary>
public sealed class FirstUseTests
{
    private static readonly string[] Libraries = ["Aksu.Cryptography", "Aksu.Pki", "Aksu.Tls.Engine", "Aksu.Tls"];

    public static TheoryData<string> Names => [.. Libraries];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_assembly_has_a_module_initializer(string library)
    {
        using FileStream file = File.OpenRead(Untouched.PathOf(library));
        using var portable = new PEReader(file);
        MetadataReader metadata = portable.GetMetadataReader();
        TypeDefinition module = metadata.GetTypeDefinition(MetadataTokens.TypeDefinitionHandle(1));

        Assert.Equal("<Module>", metadata.GetString(module.Name));
        Assert.Empty(module.GetMethods());
    }

    [Fact]
    public void Options_neither_load_a_library_nor_read_the_roots_of_the_system()
    {
        // Of its own, for in this process somebody else has long used the library.
        var context = new Untouched();
        LazyField provider = LazyField.Of(context, "Aksu.Cryptography", "Aksu.Cryptography.CryptographyProvider", "LazyDefault");
        LazyField roots = LazyField.Of(context, "Aksu.Pki", "Aksu.Pki.TrustStore", "LazySystem");

        object client = context.Make("Aksu.Tls", "Aksu.Tls.TlsClientOptions");
        object server = context.Make("Aksu.Tls", "Aksu.Tls.TlsServerOptions");
        object engineClient = context.Make("Aksu.Tls.Engine", "Aksu.Tls.Engine.Options.ClientHandshakeOptions");
        object engineServer = context.Make("Aksu.Tls.Engine", "Aksu.Tls.Engine.Options.ServerHandshakeOptions");
        object policy = context.Make("Aksu.Pki", "Aksu.Pki.VerificationPolicy");

        Assert.False(provider.IsMade);
        Assert.False(roots.IsMade);

        Assert.All([client, server, engineClient, engineServer], static options => Assert.NotNull(options));
        Assert.NotNull(Value(engineClient, "Cryptography"));
        Assert.True(provider.IsMade);
        Assert.NotNull(Value(policy, "Trust"));
        Assert.True(roots.IsMade);
    }

    private static object? Value(object owner, string property) => owner.GetType().GetProperty(property)!.GetValue(owner);

    /// <summary>The library's assemblies once more, with static fields of their own.</summary>
    private sealed class Untouched() : AssemblyLoadContext("untouched")
    {
        public object Make(string assembly, string type) => Activator.CreateInstance(Find(assembly, type))!;

        public Type Find(string assembly, string type) =>
            LoadFromAssemblyName(new AssemblyName(assembly)).GetType(type, throwOnError: true)!;

        public static string PathOf(string assembly) => Path.Combine(AppContext.BaseDirectory, assembly + ".dll");

        protected override Assembly? Load(AssemblyName assemblyName) =>
            Libraries.Contains(assemblyName.Name) ? LoadFromAssemblyPath(PathOf(assemblyName.Name!)) : null;
    }

    /// <summary>A static field that is made when it is asked for.</summary>
    private sealed class LazyField(object value)
    {
        public bool IsMade => (bool)Value(value, "IsValueCreated")!;

        public static LazyField Of(Untouched context, string assembly, string type, string field) =>
            new(context.Find(assembly, type).GetField(field, BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!);
    }
}
