using System.Buffers;

namespace Aksu.Cli.Serve.Http;

/// <summary>The characters of names (RFC 9110 §5.6.2).</summary>
internal static class HttpToken
{
    private static readonly SearchValues<char> Characters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    public static bool ContainsOnlyTokenCharacters(this ReadOnlySpan<char> text) => !text.ContainsAnyExcept(Characters);
}
