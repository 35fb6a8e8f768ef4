using Aksu.Cryptography;

namespace Aksu.Ca.Writing;

/// <summary>
/// Serial numbers of 128 random bits: unique without a counter, and not to be foreseen (CA/Browser baseline requirements §7.1 ask for 64).
/// </summary>
internal static class SerialNumber
{
    private const int Length = 16;

    public static byte[] Make()
    {
        byte[] serial = new byte[Length];
        do
        {
            CryptographyProvider.Default.FillRandom(serial);
        }
        while (serial.AsSpan().IndexOfAnyExcept((byte)0) != 0);

        // The loop makes the first octet non-zero, which DER demands of the shortest form.
        return serial;
    }
}
