using System.Buffers.Binary;

namespace Aksu.Testing.Engines;

/// <summary>One record as it stands on the wire.</summary>
/// <param name="Type">The outer content type.</param>
/// <param name="Version">legacy_record_version.</param>
/// <param name="Fragment">What follows the header.</param>
/// <param name="Offset">Where the record begins.</param>
public sealed record WireRecord(byte Type, ushort Version, byte[] Fragment, int Offset)
{
    public const int HeaderSize = 5;

    public int Length => HeaderSize + Fragment.Length;

    /// <summary>Cuts bytes into whole records; bytes left over are an error.</summary>
    public static IReadOnlyList<WireRecord> Split(ReadOnlySpan<byte> bytes)
    {
        var records = new List<WireRecord>();
        for (int at = 0; at < bytes.Length;)
        {
            int length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 3)..]);
            records.Add(new WireRecord(
                bytes[at], BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 1)..]), bytes.Slice(at + HeaderSize, length).ToArray(), at));
            at += HeaderSize + length;
        }

        return records;
    }

    public byte[] Encode() => Encode(Type, Fragment, Version);

    public static byte[] Encode(byte type, ReadOnlySpan<byte> fragment, ushort version = 0x0303) =>
        [type, (byte)(version >> 8), (byte)version, (byte)(fragment.Length >> 8), (byte)fragment.Length, .. fragment];
}
