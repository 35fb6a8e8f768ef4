namespace Aksu.Inspection.Inputs;

/// <summary>
/// Bytes that a person wrote or copied as hexadecimal digits: with spaces, colons, commas, <c>0x</c> and line breaks between them.
/// </summary>
internal static class HexText
{
    /// <summary>The bytes; null when the input is something else.</summary>
    public static byte[]? TryRead(ReadOnlySpan<byte> input)
    {
        var bytes = new List<byte>(input.Length / 2);
        int high = -1;
        for (int at = 0; at < input.Length; at++)
        {
            byte letter = input[at];
            bool isPrefix = letter == (byte)'0' && at + 1 < input.Length && input[at + 1] is (byte)'x' or (byte)'X';
            if (letter is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)':' or (byte)',' or (byte)';')
            {
                continue;
            }

            if (isPrefix && high < 0)
            {
                at++;
                continue;
            }

            int digit = Digit(letter);
            if (digit < 0)
            {
                return null;
            }

            if (high < 0)
            {
                high = digit;
            }
            else
            {
                bytes.Add((byte)((high << 4) | digit));
                high = -1;
            }
        }

        return high < 0 && bytes.Count > 0 ? [.. bytes] : null;
    }

    private static int Digit(byte letter) => letter switch
    {
        >= (byte)'0' and <= (byte)'9' => letter - '0',
        >= (byte)'a' and <= (byte)'f' => letter - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => letter - 'A' + 10,
        _ => -1,
    };
}
