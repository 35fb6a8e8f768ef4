using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Records;

namespace Aksu.Fuzz.Targets;

/// <summary>Handshake fragments joined into messages: the same messages, whatever the fragments.</summary>
internal static class JoinerTarget
{
    public static FuzzTarget Target { get; } = new("joiner", Run, Seeds);

    private static void Run(ReadOnlyMemory<byte> input)
    {
        if (input.IsEmpty)
        {
            return;
        }

        ReadOnlySpan<byte> bytes = input.Span[1..];
        string whole = Join(bytes, Math.Max(1, bytes.Length));
        string pieces = Join(bytes, 1 + input.Span[0]);
        if (whole != pieces)
        {
            throw new FindException($"Whole: {whole}; in fragments: {pieces}.");
        }
    }

    private static string Join(ReadOnlySpan<byte> bytes, int fragment)
    {
        using var joiner = new HandshakeJoiner();
        var told = new System.Text.StringBuilder();
        for (ReadOnlySpan<byte> rest = bytes; !rest.IsEmpty;)
        {
            int length = Math.Min(fragment, rest.Length);
            joiner.Append(rest[..length]);
            rest = rest[length..];
            while (joiner.TryRead(out HandshakeMessage message))
            {
                told.Append($"{message.Type.Value}:{message.Encoded.Length} ");
            }

            joiner.ReleaseIfEmpty();
        }

        return told.Append(joiner.HoldsPartialMessage).Append(joiner.IsEmpty).ToString();
    }

    private static IEnumerable<byte[]> Seeds() =>
    [
        [1, 1, 0, 0, 2, 3, 4, 14, 0, 0, 0, 20, 0, 0, 12],
        [0, 4, 0, 1, 0, .. new byte[256], 24, 0, 0, 1, 0],
    ];
}
