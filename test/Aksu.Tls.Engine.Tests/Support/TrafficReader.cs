using Aksu.Cryptography;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.KeySchedule;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Tests.Support;

/// <summary>Opens and seals records of TLS 1.3 under a traffic secret from a key log.</summary>
internal sealed class TrafficReader : IDisposable
{
    private readonly TrafficSecret _secret;
    private readonly RecordOpener _opener;
    private readonly RecordSealer _sealer;

    public TrafficReader(CipherSuite suite, ReadOnlySpan<byte> secret)
    {
        _secret = new TrafficSecret(Suite13.Resolve(suite, CryptographyProvider.Default)!, Secret.CopyOf(secret));
        _opener = _secret.CreateOpener();
        _sealer = _secret.CreateSealer();
    }

    public (ContentType Type, byte[] Content) Open(WireRecord record)
    {
        byte[] bytes = record.Encode();
        Assert.True(_opener.TryOpen(
            bytes.AsSpan(0, WireRecord.HeaderSize), bytes.AsSpan(
                WireRecord.HeaderSize), out ContentType type, out Span<byte> content, out _));
        return (type, content.ToArray());
    }

    /// <summary>One record, however long the content.</summary>
    public byte[] Seal(ContentType type, ReadOnlySpan<byte> content)
    {
        byte[] destination = new byte[_sealer.Overhead + content.Length];
        return destination[.._sealer.Seal(type, content, 0, destination)];
    }

    public void Dispose()
    {
        _opener.Dispose();
        _sealer.Dispose();
        _secret.Dispose();
    }
}
