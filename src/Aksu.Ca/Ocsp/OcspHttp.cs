using System.Globalization;
using System.Text;

namespace Aksu.Ca.Ocsp;

/// <summary>The little of HTTP/1.1 that OCSP needs (RFC 6960 appendix A).</summary>
internal static class OcspHttp
{
    private const int MaxRequestLength = 16 * 1024;

    public static byte[] BadRequest => "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray();

    public static byte[] Wrap(byte[] response)
    {
        string head = string.Create(CultureInfo.InvariantCulture,
            $"HTTP/1.1 200 OK\r\nContent-Type: application/ocsp-response\r\n"
            + $"Content-Length: {response.Length}\r\nConnection: close\r\n\r\n");
        return [.. Encoding.ASCII.GetBytes(head), .. response];
    }

    /// <summary>The DER request from the body of a POST or the path of a GET; null if there is none that makes sense.</summary>
    public static async Task<byte[]?> ReadRequestAsync(Stream stream, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[MaxRequestLength];
        int length = 0;
        int headLength;
        while ((headLength = buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8)) < 0)
        {
            int count = length == buffer.Length
                ? 0
                : await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            if (count == 0)
            {
                return null;
            }

            length += count;
        }

        string[] lines = Encoding.ASCII.GetString(buffer, 0, headLength).Split("\r\n");
        string[] parts = lines[0].Split(' ');
        int bodyStart = headLength + 4;
        if (parts is ["GET", _, _])
        {
            return FromPath(parts[1]);
        }

        if (parts is not ["POST", _, _] || ContentLength(lines) is not { } bodyLength || bodyLength > buffer.Length - bodyStart)
        {
            return null;
        }

        while (length < bodyStart + bodyLength)
        {
            int count = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            if (count == 0)
            {
                return null;
            }

            length += count;
        }

        return buffer[bodyStart..(bodyStart + bodyLength)];
    }

    private static int? ContentLength(string[] lines)
    {
        const string Name = "Content-Length:";
        string? line = Array.Find(lines, static one => one.StartsWith(Name, StringComparison.OrdinalIgnoreCase));
        return int.TryParse(line?[Name.Length..], NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture, out int value)
            && value >= 0 ? value : null;
    }

    private static byte[]? FromPath(string path)
    {
        string base64 = Uri.UnescapeDataString(path.TrimStart('/'));
        byte[] request = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, request, out int length) && length > 0 ? request[..length] : null;
    }
}
