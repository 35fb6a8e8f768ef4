using Aksu.Tls.Engine.Connections;

namespace Aksu.Tls.Engine.Tests.Architecture;

/// <summary>The engine's folders are layers; each uses those before it and none after it. Read from the compiled assembly.</summary>
public sealed class LayerTests : IDisposable
{
    private const string Root = "Aksu.Tls.Engine.";

    private static readonly string[] Layers =
    [
        "Registry", "Errors", "Diagnostics", "Wire", "Messages", "Crypto", "KeySchedule", "Transcript", "Records", "Sessions", "Options",
        "Suspensions", "Handshake", "Connections",
    ];

    private readonly CompiledAssembly _engine = new(typeof(TlsEngine).Assembly.Location);

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void No_layer_uses_one_behind_it()
    {
        IEnumerable<string> breaches = _engine.TypeUses()
            .Where(use => LayerOf(use.User) is { } user && LayerOf(use.Used) is { } used && used > user)
            .Select(use => $"{use.User} uses {use.Used}");

        Assert.Empty(breaches);
    }

    [Fact]
    public void Uses_are_found_in_bases_signatures_and_code()
    {
        TypeUse[] uses = [.. _engine.TypeUses()];

        Assert.Contains(new TypeUse(typeof(ServerEngine).FullName!, typeof(TlsEngine).FullName!), uses);
        Assert.Contains(new TypeUse(typeof(ServerEngine).FullName!, typeof(Options.ServerHandshakeOptions).FullName!), uses);
        Assert.Contains(new TypeUse(typeof(ServerEngine).FullName!, typeof(Handshake.Server.ExpectClientHello).FullName!), uses);
    }

    [Fact]
    public void Errors_do_not_know_observers() =>
        Assert.DoesNotContain(_engine.TypeUses(), use => In(use.User, "Errors") && In(use.Used, "Diagnostics"));

    [Fact]
    public void Every_type_stands_in_a_layer()
    {
        IEnumerable<string> strays = _engine.TypeUses()
            .Select(use => use.User)
            .Where(type => type.StartsWith(Root, StringComparison.Ordinal) && LayerOf(type) is null)
            .Distinct();

        Assert.Empty(strays);
    }

    [Fact]
    public void The_two_sides_do_not_know_each_other()
    {
        IEnumerable<string> breaches = _engine.TypeUses()
            .Where(use => (In(use.User, "Handshake.Client") && In(use.Used, "Handshake.Server"))
                || (In(use.User, "Handshake.Server") && In(use.Used, "Handshake.Client")))
            .Select(use => $"{use.User} uses {use.Used}");

        Assert.Empty(breaches);
    }

    [Fact]
    public void The_versions_do_not_know_each_other()
    {
        IEnumerable<string> breaches = _engine.TypeUses()
            .Where(use => use.User.StartsWith(Root, StringComparison.Ordinal)
                && ((IsOf(use.User, "Tls12") && IsOf(use.Used, "Tls13")) || (IsOf(use.User, "Tls13") && IsOf(use.Used, "Tls12"))))
            .Select(use => $"{use.User} uses {use.Used}");

        Assert.Empty(breaches);
    }

    private static bool IsOf(string type, string version) => type.Contains($".{version}.", StringComparison.Ordinal);

    private static bool In(string type, string layer) => type.StartsWith($"{Root}{layer}.", StringComparison.Ordinal);

    private static int? LayerOf(string type)
    {
        int index = Array.FindIndex(Layers, layer => In(type, layer));
        return index < 0 ? null : index;
    }
}
