using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Messages;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Fuzz.Targets;

/// <summary>A block of extensions in the message that the first byte names, with the rules of where each may stand.</summary>
internal static class ExtensionBlockTarget
{
    private static readonly ExtensionMessage[] Places = Enum.GetValues<ExtensionMessage>();

    private static readonly ExtensionSet Asked = new(
        ExtensionType.ServerName,
        ExtensionType.SupportedVersions,
        ExtensionType.KeyShare,
        ExtensionType.ApplicationLayerProtocolNegotiation);

    public static FuzzTarget Target { get; } = new("extension-blocks", Run, Seeds);

    private static void Run(ReadOnlyMemory<byte> input)
    {
        if (input.IsEmpty)
        {
            return;
        }

        try
        {
            var reader = new WireReader(input[1..], "Fuzz");
            ExtensionBlock block = ExtensionBlock.Decode(ref reader, "Fuzz");
            byte[] again = WireCase.Encoded(block.Encode);
            if (!input.Span[1..].StartsWith(again))
            {
                throw new FindException($"The block encodes to {Convert.ToHexString(again)}.");
            }

            ExtensionRules.Check(block, Places[input.Span[0] % Places.Length], Asked);
        }
        catch (TlsException)
        {
        }
    }

    private static IEnumerable<byte[]> Seeds() => Places.Select((_, index) =>
        (byte[])[(byte)index, 0, 21, 0, 0x2b, 0, 2, 3, 4, 0, 0x33, 0, 4, 0, 0x1d, 0, 0, 0x0a, 0x0a, 0, 0, 0xff, 1, 0, 1]);
}
