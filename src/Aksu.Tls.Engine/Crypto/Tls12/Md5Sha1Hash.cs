using Aksu.Cryptography;

namespace Aksu.Tls.Engine.Crypto.Tls12;

/// <summary>MD5 and SHA-1 joined: the transcript hash of TLS 1.0 and 1.1 (RFC 2246 §7.4.9). Broken; for those versions alone.</summary>
internal sealed class Md5Sha1Hash(HashFunction md5, HashFunction sha1) : HashFunction
{
    public override string Name => "MD5+SHA-1";

    public override int Size => md5.Size + sha1.Size;

    public override void Hash(ReadOnlySpan<byte> source, Span<byte> destination)
    {
        md5.Hash(source, destination);
        sha1.Hash(source, destination[md5.Size..]);
    }

    public override RunningHash Start() => new Md5Sha1Running(md5.Start(), sha1.Start());

    public override Hmac StartHmac(ReadOnlySpan<byte> key) => throw new NotSupportedException("There is no HMAC over two hash functions.");

    private sealed class Md5Sha1Running(RunningHash md5, RunningHash sha1) : RunningHash
    {
        public override int Size => md5.Size + sha1.Size;

        public override void Append(ReadOnlySpan<byte> source)
        {
            md5.Append(source);
            sha1.Append(source);
        }

        public override void Peek(Span<byte> destination)
        {
            md5.Peek(destination[..md5.Size]);
            sha1.Peek(destination[md5.Size..]);
        }

        public override RunningHash Fork() => new Md5Sha1Running(md5.Fork(), sha1.Fork());

        public override void Dispose()
        {
            md5.Dispose();
            sha1.Dispose();
        }
    }
}
