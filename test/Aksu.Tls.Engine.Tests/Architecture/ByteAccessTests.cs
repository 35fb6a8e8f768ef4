using Aksu.Tls.Engine.Connections;

namespace Aksu.Tls.Engine.Tests.Architecture;

/// <summary>Numbers are put into bytes and taken out of them in Wire/, where every access is checked; each exception is named here.</summary>
public sealed class ByteAccessTests : IDisposable
{
    private static readonly Dictionary<string, string> Allowed = new()
    {
        ["Crypto.RecordNonce"] = "the record's number goes into the nonce",
        ["KeySchedule.HkdfLabel"] = "HkdfLabel is built on the stack, for it is made several times a handshake",
    };

    private readonly CompiledAssembly _engine = new(typeof(TlsEngine).Assembly.Location);

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void Numbers_are_read_and_written_in_Wire()
    {
        IEnumerable<string> users = _engine.TypeUses()
            .Where(use => use.Used is "System.Buffers.Binary.BinaryPrimitives" or "System.BitConverter")
            .Select(use => use.User["Aksu.Tls.Engine.".Length..])
            .Where(user => !user.StartsWith("Wire.", StringComparison.Ordinal));

        Assert.Equal(Allowed.Keys.Order(), users.Order());
    }
}
