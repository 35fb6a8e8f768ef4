namespace Aksu.Tls.Engine.Diagnostics;

/// <summary>
/// Takes the secrets of connections in the key log format of RFC 9850, so that a capture can be decrypted. DANGEROUS: whoever reads these
/// lines reads the traffic. For debugging only; set it only when a person asked for it.
/// </summary>
public abstract class KeyLog
{
    /// <summary>
    /// One line, without line end: label, client random and secret in hexadecimal (RFC 9850 §2). Valid during the call. May come from
    /// several threads.
    /// </summary>
    public abstract void WriteLine(ReadOnlySpan<char> line);

    internal void Write(string label, ReadOnlySpan<byte> clientRandom, ReadOnlySpan<byte> secret)
    {
        Span<char> line = stackalloc char[label.Length + 2 + (2 * (clientRandom.Length + secret.Length))];
        label.CopyTo(line);
        line[label.Length] = ' ';
        Convert.TryToHexStringLower(clientRandom, line[(label.Length + 1)..], out int written);
        int at = label.Length + 1 + written;
        line[at] = ' ';
        Convert.TryToHexStringLower(secret, line[(at + 1)..], out _);
        try
        {
            WriteLine(line);
        }
        finally
        {
            line.Clear();
        }
    }
}
