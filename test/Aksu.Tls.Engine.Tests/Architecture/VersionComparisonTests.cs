using Aksu.Tls.Engine.Connections;

namespace Aksu.Tls.Engine.Tests.Architecture;

/// <summary>The version is decided in one place per side; comparing it anywhere else is a smell, so each place that does is named here.</summary>
public sealed class VersionComparisonTests : IDisposable
{
    private const string Version = "Aksu.Tls.Engine.Registry.ProtocolVersion";

    private static readonly Dictionary<string, string> Allowed = new()
    {
        ["Registry.ProtocolVersion"] = "is it",
    };

    private readonly CompiledAssembly _engine = new(typeof(TlsEngine).Assembly.Location);

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void Versions_are_compared_only_where_it_is_said_why()
    {
        IEnumerable<string> comparing = _engine.MemberUses()
            .Where(use => use.Type == Version && use.Name is "op_Equality" or "op_Inequality" or "Equals")
            .Select(use => use.User["Aksu.Tls.Engine.".Length..])
            .Distinct();

        Assert.Equal(Allowed.Keys.Order(), comparing.Order());
    }
}
