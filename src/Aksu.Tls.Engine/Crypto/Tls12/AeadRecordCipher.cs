using Aksu.Cryptography;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Crypto.Tls12;

/// <summary>Record protection by an authenticated cipher (RFC 5246 §6.2.3.3).</summary>
internal sealed class AeadRecordCipher(AeadAlgorithm algorithm, ulong recordLimit) : RecordCipher
{
    /// <summary>2^24.5 full records keep the margin of 2^-57 (RFC 9846 §5.5, RFC 9325 §4.4).</summary>
    public const ulong GcmRecordLimit = 23_726_566;

    /// <summary>RFC 9325 §4.4 by way of RFC 9147 §4.5.3.</summary>
    public const ulong CcmRecordLimit = 1 << 23;

    private const int SaltSize = 4;

    private readonly bool _isExplicit = algorithm.Name != "AEAD_CHACHA20_POLY1305";

    public override int MacKeySize => 0;

    public override int KeySize => algorithm.KeySize;

    public override bool IsLegacy => false;

    public override bool HasSeparateMac => false;

    public override int FixedIvSize(ProtocolVersion version) => _isExplicit ? SaltSize : RecordNonce.Size;

    public override RecordSealer CreateSealer(RecordSettings settings, DirectionKeys keys) =>
        new AeadRecordSealer(algorithm.Create(keys.Key), algorithm.TagSize, recordLimit, new AeadNonce(keys.Iv, _isExplicit));

    public override RecordOpener CreateOpener(RecordSettings settings, DirectionKeys keys) =>
        new AeadRecordOpener(algorithm.Create(keys.Key), algorithm.TagSize, new AeadNonce(keys.Iv, _isExplicit));

    public static AeadRecordCipher? Resolve(string name, ulong recordLimit, CryptographyProvider provider) =>
        provider.FindAead(name) is { } algorithm ? new AeadRecordCipher(algorithm, recordLimit) : null;
}
