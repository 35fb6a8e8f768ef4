using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Aksu.Cryptography.LibCrypto;

/// <summary>Room for the state of any digest: that of SHA512_CTX, the largest. To copy it is to fork the hash.</summary>
[InlineArray(Size / sizeof(ulong))]
internal struct DigestState
{
    public const int Size = 216;

    private ulong _first;

    public void Clear() =>
        CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(MemoryMarshal.CreateSpan(ref _first, Size / sizeof(ulong))));
}
