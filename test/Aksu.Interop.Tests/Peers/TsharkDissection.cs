using System.Globalization;
using System.Xml.Linq;

namespace Aksu.Interop.Tests.Peers;

/// <summary>What tshark makes of the first handshake message of a type in a capture.</summary>
/// <param name="Fields">Every field with bytes, its offset counted from the beginning of the message.</param>
internal sealed record TsharkDissection(IReadOnlyList<TsharkField> Fields)
{
    /// <summary>What tshark makes of pieces of pieces, and what it computes.</summary>
    private static readonly string[] Extras =
        ["tls.handshake.random_time", "tls.handshake.random_bytes", "tls.handshake.sig_hash_hash", "tls.handshake.sig_hash_sig"];

    public static async Task<TsharkDissection> OfAsync(string capture, int port, int messageType)
    {
        await using PeerProcess tshark = PeerProcess.Start(
            "tshark", "-r", capture, "-d", string.Create(CultureInfo.InvariantCulture, $"tcp.port=={port},tls"),
            "-Y", string.Create(CultureInfo.InvariantCulture, $"tls.handshake.type=={messageType}"), "-T", "pdml");
        Assert.Equal(0, await tshark.WaitForExitAsync());
        await tshark.WaitForAsync("</pdml>");
        string output = tshark.Output;
        string xml = output[output.IndexOf("<?xml", StringComparison.Ordinal)..(
            output.IndexOf("</pdml>", StringComparison.Ordinal) + "</pdml>".Length)];
        XElement message = XDocument.Parse(xml).Descendants("field").First(field =>
            (string?)field.Attribute("name") == "tls.handshake"
            && field.Elements().Any(child => (string?)child.Attribute("name") == "tls.handshake.type"
                && (string?)child.Attribute("show") == messageType.ToString(CultureInfo.InvariantCulture)));
        int start = Number(message, "pos");
        return new TsharkDissection([.. message.Descendants("field")
            .Where(field => Number(field, "size") > 0 && !Extras.Contains((string?)field.Attribute("name")))
            .Select(field => new TsharkField(
                Text(field, "name"), Number(field, "pos") - start, Number(field, "size"), Text(field, "value")))]);
    }

    private static string Text(XElement field, string attribute) => (string?)field.Attribute(attribute) ?? "";

    private static int Number(XElement field, string attribute) =>
        int.Parse((string?)field.Attribute(attribute) ?? "0", CultureInfo.InvariantCulture);
}

/// <summary>A field as tshark shows it.</summary>
/// <param name="Name">tshark's name.</param>
/// <param name="Offset">From the beginning of the message, in bytes.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Value">The bytes in hexadecimal; empty for a container.</param>
internal sealed record TsharkField(string Name, int Offset, int Length, string Value);
