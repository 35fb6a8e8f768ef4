using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Tests.Messages;

namespace Aksu.Fuzz.Targets;

/// <summary>
/// The body of each message and of each extension, chosen by the first byte: it is refused with an alert for malformed input, or what it
/// is decoded to encodes to the same bytes again.
/// </summary>
internal static class MessageTarget
{
    public static FuzzTarget Messages { get; } = Of("messages", WireCases.Messages);

    public static FuzzTarget Extensions { get; } = Of("extensions", ExtensionWireCases.Extensions);

    private static FuzzTarget Of(string name, WireCase[] cases) => new(
        name,
        input => Run(cases, input),
        () => cases.Select((wireCase, index) => (byte[])[(byte)index, .. wireCase.Sample.Bytes]));

    private static void Run(WireCase[] cases, ReadOnlyMemory<byte> input)
    {
        if (input.IsEmpty)
        {
            return;
        }

        WireCase wireCase = cases[input.Span[0] % cases.Length];
        byte[] again;
        try
        {
            again = WireCase.Encoded(wireCase.Decode(input[1..]));
        }
        catch (TlsException)
        {
            return;
        }

        // A server_name drops names of unknown type: what is left must be stable.
        byte[] expected = wireCase.Name == "ServerNameOffer" ? wireCase.RoundTrip(again) : input[1..].ToArray();
        if (!again.AsSpan().SequenceEqual(expected))
        {
            throw new FindException($"{wireCase.Name} encodes to {Convert.ToHexString(again)}.");
        }
    }
}
