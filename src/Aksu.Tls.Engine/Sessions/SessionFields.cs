using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Aksu.Cryptography;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Sessions;

/// <summary>The fields that stored sessions of both sides are made of.</summary>
internal static class SessionFields
{
    /// <summary>As many certificates as options can allow a peer to show: what was taken can be stored, and read again.</summary>
    public const int MaxCertificates = 100;

    private const long LatestUnixMilliseconds = 253_402_300_799_999;

    /// <summary>A text of at most 255 bytes; null is told apart from the empty text.</summary>
    public static void WriteText(WireWriter writer, string? text)
    {
        writer.WriteUInt8(text is null ? (byte)0 : (byte)1);
        using (writer.Vector8())
        {
            Encoding.Latin1.GetBytes(text, writer.Take(Encoding.Latin1.GetByteCount(text ?? "")));
        }
    }

    public static string? ReadText(ref WireReader reader)
    {
        bool isPresent = ReadFlag(ref reader);
        string text = Encoding.Latin1.GetString(reader.ReadVector8().Span);
        return isPresent ? text : text.Length == 0 ? null : throw Fault.InvalidValue("a text of a stored session");
    }

    public static bool ReadFlag(ref WireReader reader) => reader.ReadUInt8() switch
    {
        0 => false,
        1 => true,
        _ => throw Fault.InvalidValue("a flag of a stored session"),
    };

    /// <summary>
    /// Reads the secret and wipes it in the memory that is read from, which has to be the reader's own copy: the other fields are slices of
    /// it and live on.
    /// </summary>
    /// <param name="reader">The reader.</param>
    /// <param name="reserve">Gives a secret of a length: of kept memory only where the session never leaves the engine.</param>
    public static Secret TakeSecret(ref WireReader reader, Func<int, Secret> reserve)
    {
        Span<byte> source = MemoryMarshal.AsMemory(reader.ReadVector8(min: 1, max: 64)).Span;
        Secret secret = reserve(source.Length);
        source.CopyTo(secret.Span);
        CryptographicOperations.ZeroMemory(source);
        return secret;
    }

    public static DateTimeOffset ReadTime(ref WireReader reader)
    {
        long milliseconds = ((long)reader.ReadUInt32() << 32) | reader.ReadUInt32();
        return milliseconds is < 0 or > LatestUnixMilliseconds
            ? throw Fault.InvalidValue("the time of a stored session")
            : DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
    }

    public static void WriteCertificates(WireWriter writer, IReadOnlyList<ReadOnlyMemory<byte>> certificates)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(certificates.Count, MaxCertificates);
        using (writer.Vector24())
        {
            for (int i = 0; i < certificates.Count; i++)
            {
                using (writer.Vector24())
                {
                    writer.WriteBytes(certificates[i].Span);
                }
            }
        }
    }

    public static IReadOnlyList<ReadOnlyMemory<byte>> ReadCertificates(ref WireReader reader)
    {
        var list = reader.Nested24();
        var certificates = new List<ReadOnlyMemory<byte>>();
        while (!list.IsAtEnd)
        {
            if (certificates.Count == MaxCertificates)
            {
                throw Fault.TooManyEntries("a stored session", MaxCertificates);
            }

            certificates.Add(list.ReadVector24(min: 1));
        }

        return certificates;
    }
}
