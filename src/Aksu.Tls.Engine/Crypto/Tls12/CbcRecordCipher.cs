using Aksu.Cryptography;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Crypto.Tls12;

/// <summary>Record protection by a block cipher in CBC mode and a MAC (RFC 5246 §6.2.3.2, RFC 7366).</summary>
internal sealed class CbcRecordCipher(CbcAlgorithm algorithm, HashFunction hash) : RecordCipher
{
    /// <summary>Length of a block, and of an initialization vector, in bytes.</summary>
    public const int BlockSize = 16;

    public override int MacKeySize => hash.Size;

    public override int KeySize => algorithm.KeySize;

    public override bool IsLegacy => hash.Name == "SHA-1";

    public override bool HasSeparateMac => true;

    // TLS 1.0 chains records from a first vector out of the key block; later versions send one along (RFC 4346 §6.2.3.2).
    public override int FixedIvSize(ProtocolVersion version) => version == ProtocolVersion.Tls10 ? BlockSize : 0;

    public override RecordSealer CreateSealer(RecordSettings settings, DirectionKeys keys) =>
        new CbcRecordSealer(settings, algorithm.Create(keys.Key), hash.StartHmac(keys.MacKey), keys.Iv);

    public override RecordOpener CreateOpener(RecordSettings settings, DirectionKeys keys)
    {
        CbcCipher cipher = algorithm.Create(keys.Key);
        return settings.EncryptThenMac
            ? new EncryptThenMacOpener(settings.Version, cipher, hash.StartHmac(keys.MacKey), keys.Iv)
            : new MacThenEncryptOpener(settings.Version, cipher, new MaskedMac(hash, keys.MacKey), keys.Iv);
    }

    public static CbcRecordCipher? Resolve(string name, HashFunction? hash, CryptographyProvider provider) =>
        hash is not null && provider.FindCbcCipher(name) is { } algorithm ? new CbcRecordCipher(algorithm, hash) : null;
}
