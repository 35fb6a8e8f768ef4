using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Requirements;

/// <summary>RFC 5705 §4.</summary>
public sealed class ExporterRuleTests
{
    [Theory]
    [InlineData("client finished")]
    [InlineData("server finished")]
    [InlineData("master secret")]
    [InlineData("key expansion")]
    [InlineData("extended master secret")]
    public void Labels_of_the_key_schedule_are_refused(string label)
    {
        using EnginePair pair = Shake.Hands(Older.Client, Older.Server);

        Assert.Throws<ArgumentException>(() => pair.ClientEngine.ExportKeyingMaterial(label, new byte[32]));
        Assert.Throws<ArgumentException>(() => pair.ServerEngine.ExportKeyingMaterial(label, "context"u8, new byte[32]));
    }
}
