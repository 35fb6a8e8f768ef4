using Org.BouncyCastle.Asn1.X9;
using Org.BouncyCastle.Crypto.Agreement;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Math.EC;
using Org.BouncyCastle.Math.EC.Rfc7748;
using Org.BouncyCastle.Utilities;

namespace Aksu.Testing;

/// <summary>
/// Diffie-Hellman over given private keys, written on BouncyCastle alone: also the second opinion on every other implementation.
/// </summary>
public abstract class DiffieHellmanFunction
{
    public abstract string Name { get; }

    public abstract int PrivateSize { get; }

    public abstract int PublicSize { get; }

    public static DiffieHellmanFunction? Find(string name) => name switch
    {
        "x25519" => new Montgomery25519(),
        "x448" => new Montgomery448(),
        "secp256r1" or "secp384r1" or "secp521r1" => new PrimeCurve(name),
        "ffdhe2048" => new FiniteField(name, DHStandardGroups.rfc7919_ffdhe2048),
        "ffdhe3072" => new FiniteField(name, DHStandardGroups.rfc7919_ffdhe3072),
        "ffdhe4096" => new FiniteField(name, DHStandardGroups.rfc7919_ffdhe4096),
        "ffdhe6144" => new FiniteField(name, DHStandardGroups.rfc7919_ffdhe6144),
        "ffdhe8192" => new FiniteField(name, DHStandardGroups.rfc7919_ffdhe8192),
        _ => null,
    };

    /// <summary>Turns bytes of a stream into a valid private key of <see cref="PrivateSize"/> bytes.</summary>
    public virtual byte[] PrivateFrom(DeterministicBytes stream) => stream.Next(PrivateSize);

    public abstract byte[] DerivePublic(byte[] privateKey);

    /// <summary>The shared secret; null when the peer's value is not valid.</summary>
    public abstract byte[]? Agree(byte[] privateKey, byte[] peer);

    private sealed class Montgomery25519 : DiffieHellmanFunction
    {
        public override string Name => "x25519";

        public override int PrivateSize => X25519.ScalarSize;

        public override int PublicSize => X25519.PointSize;

        public override byte[] DerivePublic(byte[] privateKey)
        {
            byte[] result = new byte[PublicSize];
            X25519.GeneratePublicKey(privateKey, 0, result, 0);
            return result;
        }

        public override byte[]? Agree(byte[] privateKey, byte[] peer)
        {
            byte[] result = new byte[PublicSize];
            return peer.Length == PublicSize && X25519.CalculateAgreement(privateKey, 0, peer, 0, result, 0) ? result : null;
        }
    }

    private sealed class Montgomery448 : DiffieHellmanFunction
    {
        public override string Name => "x448";

        public override int PrivateSize => X448.ScalarSize;

        public override int PublicSize => X448.PointSize;

        public override byte[] DerivePublic(byte[] privateKey)
        {
            byte[] result = new byte[PublicSize];
            X448.GeneratePublicKey(privateKey, 0, result, 0);
            return result;
        }

        public override byte[]? Agree(byte[] privateKey, byte[] peer)
        {
            byte[] result = new byte[PublicSize];
            return peer.Length == PublicSize && X448.CalculateAgreement(privateKey, 0, peer, 0, result, 0) ? result : null;
        }
    }

    private sealed class FiniteField(string name, DHParameters parameters) : DiffieHellmanFunction
    {
        public override string Name => name;

        /// <summary>Twice the strength of the strongest group.</summary>
        public override int PrivateSize => 64;

        public override int PublicSize => parameters.P.BitLength / 8;

        public override byte[] DerivePublic(byte[] privateKey) => Power(parameters.G, privateKey);

        public override byte[]? Agree(byte[] privateKey, byte[] peer)
        {
            var value = new BigInteger(1, peer);
            return peer.Length == PublicSize
                && value.CompareTo(BigInteger.One) > 0
                && value.CompareTo(parameters.P.Subtract(BigInteger.One)) < 0
                    ? Power(value, privateKey)
                    : null;
        }

        private byte[] Power(BigInteger value, byte[] exponent) =>
            BigIntegers.AsUnsignedByteArray(PublicSize, value.ModPow(new BigInteger(1, exponent), parameters.P));
    }

    private sealed class PrimeCurve(string name) : DiffieHellmanFunction
    {
        private readonly X9ECParameters _curve = ECNamedCurveTable.GetByName(name);

        public override string Name => name;

        public override int PrivateSize => (_curve.N.BitLength + 7) / 8;

        public override int PublicSize => 1 + (2 * _curve.Curve.FieldElementEncodingLength);

        public override byte[] PrivateFrom(DeterministicBytes stream)
        {
            // Eight bytes more than needed make the bias of the reduction too small to see.
            var wide = new BigInteger(1, stream.Next(PrivateSize + 8));
            BigInteger scalar = wide.Mod(_curve.N.Subtract(BigInteger.One)).Add(BigInteger.One);
            byte[] result = new byte[PrivateSize];
            byte[] digits = scalar.ToByteArrayUnsigned();
            digits.CopyTo(result, result.Length - digits.Length);
            return result;
        }

        public override byte[] DerivePublic(byte[] privateKey) =>
            _curve.G.Multiply(new BigInteger(1, privateKey)).Normalize().GetEncoded(compressed: false);

        public override byte[]? Agree(byte[] privateKey, byte[] peer)
        {
            if (peer.Length != PublicSize || peer[0] != 4)
            {
                return null;
            }
            try
            {
                ECPoint point = _curve.Curve.DecodePoint(peer);
                return point.Multiply(new BigInteger(1, privateKey)).Normalize().AffineXCoord.GetEncoded();
            }
            catch (ArgumentException)
            {
                return null;
            }
        }
    }
}
