namespace Aksu.Tls.Engine.Tests.Messages;

/// <summary>
/// Bytes written in hexadecimal, where brackets mark a length field and a bar the one place, if any, where the structure may end early.
/// </summary>
internal sealed record WireSample(byte[] Bytes, (int Offset, int Size)[] Lengths, int? MayEndAt)
{
    public static WireSample Parse(string text)
    {
        var bytes = new List<byte>();
        var lengths = new List<(int Offset, int Size)>();
        int? mayEndAt = null;
        int open = 0;
        int high = -1;
        foreach (char c in text)
        {
            switch (c)
            {
                case ' ' or '\n' or '\r':
                    break;
                case '[':
                    open = bytes.Count;
                    break;
                case ']':
                    lengths.Add((open, bytes.Count - open));
                    break;
                case '|':
                    mayEndAt = bytes.Count;
                    break;
                default:
                    int digit = Convert.ToInt32(c.ToString(), 16);
                    if (high < 0)
                    {
                        high = digit;
                    }
                    else
                    {
                        bytes.Add((byte)((high << 4) | digit));
                        high = -1;
                    }

                    break;
            }
        }

        return high < 0 ? new WireSample([.. bytes], [.. lengths], mayEndAt) : throw new FormatException("Half a byte: " + text);
    }

    public static byte[] Hex(string text) => Parse(text).Bytes;

    /// <summary>The bytes with one length field made larger or smaller.</summary>
    public byte[] WithLength((int Offset, int Size) field, int change)
    {
        byte[] copy = [.. Bytes];
        int value = 0;
        for (int i = 0; i < field.Size; i++)
        {
            value = (value << 8) | copy[field.Offset + i];
        }

        value += change;
        for (int i = field.Size - 1; i >= 0; i--)
        {
            copy[field.Offset + i] = (byte)value;
            value >>= 8;
        }

        return copy;
    }
}
