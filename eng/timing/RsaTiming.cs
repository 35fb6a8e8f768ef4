using System.Numerics;
using System.Security.Cryptography;
using Aksu.Cryptography;

namespace Aksu.Timing;

/// <summary>The pre-master secret under RSA: does the time of its decryption tell whether padding and version were right?</summary>
internal sealed class RsaTiming : IDisposable
{
    private const int Prepared = 256;
    private const ushort Version = 0x0303;

    private readonly GeneratedKey _generated = CryptographyProvider.Default.GenerateKey(KeyKind.Rsa);
    private readonly RSA _platform = RSA.Create();
    private readonly BigInteger _modulus;
    private readonly BigInteger _exponent;
    private readonly byte[] _secret = new byte[48];
    private byte[] _ciphertext = [];
    private int _next;

    public RsaTiming()
    {
        _platform.ImportPkcs8PrivateKey(_generated.Pkcs8.Span, out _);
        RSAParameters parameters = _platform.ExportParameters(false);
        _modulus = Number(parameters.Modulus!);
        _exponent = Number(parameters.Exponent!);
    }

    public void Dispose()
    {
        _platform.Dispose();
        _generated.Dispose();
    }

    public IEnumerable<TimingTest> Tests()
    {
        (string, byte[][]) right = ("right", Ciphertexts(static block => block));
        yield return Test("wrong block type", right, Ciphertexts(static block => Set(block, 1, 1)));
        yield return Test("no zero before the secret", right, Ciphertexts(static block => Set(block, block.Length - 49, 7)));
        yield return Test("a zero too early", right, Ciphertexts(static block => Set(block, 5, 0)));
        yield return Test("wrong version", right, Ciphertexts(static block => Set(block, block.Length - 47, 1)));
        yield return Test("nothing right", right, Ciphertexts(static block => [0, .. RandomNumberGenerator.GetBytes(block.Length - 1)]));
    }

    /// <summary>The platform's own decryption, which throws: the tool has to see it.</summary>
    public TimingTest Control()
    {
        byte[][][] inputs = [Ciphertexts(static block => block), Ciphertexts(static block => Set(block, 1, 1))];
        return new TimingTest(
            "control: decryption that throws",
            ("right", "wrong block type"),
            kind => Prepare(inputs, kind),
            () =>
            {
                try
                {
                    _platform.Decrypt(_ciphertext, RSAEncryptionPadding.Pkcs1);
                }
                catch (CryptographicException)
                {
                    // Counted as what it costs.
                }
            });
    }

    private TimingTest Test(string name, (string Name, byte[][] Inputs) right, byte[][] wrong)
    {
        byte[][][] inputs = [right.Inputs, wrong];
        return new TimingTest(
            "RSA pre-master secret",
            (right.Name, name),
            kind => Prepare(inputs, kind),
            () => _generated.Key.DecryptPreMasterSecret(_ciphertext, Version, _secret));
    }

    private void Prepare(byte[][][] inputs, int kind)
    {
        _next = (_next + 1) % Prepared;
        _ciphertext = inputs[kind][_next];
    }

    private byte[][] Ciphertexts(Func<byte[], byte[]> change)
    {
        int size = _modulus.GetByteCount(isUnsigned: true);
        var ciphertexts = new byte[Prepared][];
        for (int i = 0; i < Prepared; i++)
        {
            byte[] block = RandomNumberGenerator.GetBytes(size);
            for (int at = 0; at < size - 49; at++)
            {
                block[at] |= 1;
            }

            (block[0], block[1], block[size - 49]) = (0, 2, 0);
            (block[size - 48], block[size - 47]) = (Version >> 8, Version & 0xff);
            byte[] raised = BigInteger.ModPow(Number(change(block)), _exponent, _modulus).ToByteArray(isUnsigned: true, isBigEndian: true);
            ciphertexts[i] = [.. new byte[size - raised.Length], .. raised];
        }

        return ciphertexts;
    }

    private static byte[] Set(byte[] block, int at, byte value)
    {
        block[at] = value;
        return block;
    }

    private static BigInteger Number(byte[] bytes) => new(bytes, isUnsigned: true, isBigEndian: true);
}
