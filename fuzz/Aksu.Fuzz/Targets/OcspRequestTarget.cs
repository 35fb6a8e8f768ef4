using System.Text;
using Aksu.Ca;
using Aksu.Ca.Ocsp;

namespace Aksu.Fuzz.Targets;

/// <summary>What comes to the OCSP responder: a request over HTTP, and the answer that it gets.</summary>
internal static class OcspRequestTarget
{
    private static readonly Lazy<EmbeddedAuthority> Authority = new(static () => EmbeddedAuthority.Create());

    public static FuzzTarget Target { get; } = new("ocsp-requests", Run, Seeds);

    private static void Run(ReadOnlyMemory<byte> input)
    {
        _ = Authority.Value.AnswerOcsp(input);
        using var stream = new MemoryStream(input.ToArray());
        try
        {
            // The stream is memory: nothing is waited for.
            OcspHttp.ReadRequestAsync(stream, CancellationToken.None).GetAwaiter().GetResult();
        }
        catch (IOException)
        {
        }
    }

    private static IEnumerable<byte[]> Seeds()
    {
        // OCSPRequest of one CertID over SHA-1 (RFC 6960 §4.1.1).
        byte[] request = Convert.FromHexString(
            "304530433041303f303d300906052b0e03021a05000414" + new string('a', 40)
            + "0414" + new string('b', 40) + "02100102030405060708090a0b0c0d0e0f10");
        yield return request;
        yield return [.. Encoding.ASCII.GetBytes($"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: {request.Length}\r\n\r\n"), .. request];
        yield return Encoding.ASCII.GetBytes($"GET /{Uri.EscapeDataString(Convert.ToBase64String(request))} HTTP/1.1\r\nHost: a\r\n\r\n");
    }
}
