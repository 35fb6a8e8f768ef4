using Aksu.Tls.Engine.Connections;

namespace Aksu.Tls.Engine.Tests.Architecture;

/// <summary>
/// Numbers are put into bytes and taken out of them in Wire/, where every access is checked; each exception is named here.
/// </summary>
public sealed class ByteAccessTests : IDisposable
{
    private static readonly Dictionary<string, string> Allowed = new()
    {
        ["Crypto.RecordNonce"] = "the record's number goes into the nonce",
        ["KeySchedule.HkdfLabel"] = "HkdfLabel is built on the stack, for it is made several times a handshake",
        ["Crypto.Tls12.AeadNonce"] = "the record's number goes into the nonce",
        ["Crypto.Tls12.RecordPrefix"] = "what is authenticated with a record is built on the stack, for each record",
        ["Handshake.Tls12.PreSharedKeyPreMaster"] = "built in memory that is wiped",
        ["Handshake.Client.Tls12.ClientKeyExchange"] = "built in memory that is wiped",
        ["Handshake.Tls12.Exporter12"] = "a seed of two randoms and one length",
        ["Sessions.MemorySessionCache"] = "hashes identifiers",
    };

    private readonly CompiledAssembly _engine = new(typeof(TlsEngine).Assembly.Location);

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void Numbers_are_read_and_written_in_Wire()
    {
        string[] users =
        [
            .. _engine.TypeUses()
                .Where(use => use.Used is "System.Buffers.Binary.BinaryPrimitives" or "System.BitConverter")
                .Select(use => use.User["Aksu.Tls.Engine.".Length..])
                .Where(user => !user.StartsWith("Wire.", StringComparison.Ordinal))
                .Distinct(),
        ];

        Assert.Empty(users.Except(Allowed.Keys));
        Assert.Empty(Allowed.Keys.Except(users));
    }
}
