using System.Security.Cryptography;

namespace Aksu.Pki;

/// <summary>One block of a PEM text; its content is wiped on disposal because it may be a key.</summary>
internal sealed class PemBlock(string label, byte[] content) : IDisposable
{
    public string Label { get; } = label;

    public ReadOnlySpan<byte> Content => content;

    public void Dispose() => CryptographicOperations.ZeroMemory(content);
}
