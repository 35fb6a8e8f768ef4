using System.Runtime.InteropServices;

namespace Aksu.Cryptography.LibCrypto;

/// <summary>OSSL_PARAM: one named value in a list that ends with an entry of zeros.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct NativeParameter
{
    private const uint UnsignedInteger = 2;

    public byte* Key;
    public uint DataType;
    public void* Data;
    public nuint DataSize;
    public nuint ReturnSize;

    /// <summary>A number in the machine's byte order. Name and bytes must stay pinned as long as the list is used.</summary>
    public static NativeParameter Number(byte* name, byte* data, int length) =>
        new() { Key = name, DataType = UnsignedInteger, Data = data, DataSize = (nuint)length };
}
