using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Connections;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Allocation;

/// <summary>Application data costs no memory, in either direction.</summary>
public class RecordAllocationTests
{
    public static TheoryData<ushort, ushort, int> Cases()
    {
        var cases = new TheoryData<ushort, ushort, int>();
        foreach (int size in (int[])[1, 100, 1024, 16 * 1024, 40_000])
        {
            cases.Add(ProtocolVersion.Tls13.Value, CipherSuite.Aes128GcmSha256.Value, size);
            cases.Add(ProtocolVersion.Tls13.Value, CipherSuite.Aes256GcmSha384.Value, size);
            cases.Add(ProtocolVersion.Tls13.Value, CipherSuite.ChaCha20Poly1305Sha256.Value, size);
            cases.Add(ProtocolVersion.Tls12.Value, CipherSuite.EcdheEcdsaAes128GcmSha256.Value, size);
            cases.Add(ProtocolVersion.Tls12.Value, CipherSuite.EcdheEcdsaChaCha20Poly1305Sha256.Value, size);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Records_allocate_nothing(ushort version, ushort suite, int size)
    {
        using EnginePair pair = Shake.Hands(
            Shake.Client with { Versions = [new ProtocolVersion(version)], CipherSuites = [new CipherSuite(suite)] },
            Shake.Server with { Versions = [new ProtocolVersion(version)], CipherSuites = [new CipherSuite(suite)] });
        pair.Pump();
        byte[] data = new byte[size];
        var wire = new FixedOutput(size + 1024);
        Carry(pair, data, wire);

        // What a record costs shows in every attempt; what the runtime does once in a while shows in one.
        long least = long.MaxValue;
        for (int attempt = 0; attempt < 5 && least > 0; attempt++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 10; i++)
            {
                Carry(pair, data, wire);
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
    }

    private static void Carry(EnginePair pair, byte[] data, FixedOutput wire)
    {
        Carry(pair.ClientEngine, pair.ServerEngine, data, wire);
        Carry(pair.ServerEngine, pair.ClientEngine, data, wire);
    }

    private static void Carry(TlsEngine from, TlsEngine to, byte[] data, FixedOutput wire)
    {
        wire.Clear();
        from.Encrypt(data, wire);
        int received = 0;
        for (int at = 0; at < wire.Written.Length;)
        {
            to.Decrypt(wire.Written[at..], out int consumed, out ReadOnlySpan<byte> plaintext);
            received += plaintext.Length;
            at += consumed;
        }

        if (received != data.Length)
        {
            Assert.Fail($"{received} of {data.Length} bytes came out.");
        }
    }
}
