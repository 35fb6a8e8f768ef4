using Aksu.Tls.Engine.Registry;

namespace Aksu.Cli.Settings;

/// <summary>
/// Finds versions, suites, and groups by the names that people use. The registered names are those that the code points tell of
/// themselves; there is no second list here.
/// </summary>
internal static class CodePointNames
{
    private static readonly Lazy<Dictionary<string, CipherSuite>> Suites =
        new(static () => ByName(static value => new CipherSuite(value)));

    private static readonly Lazy<Dictionary<string, NamedGroup>> Groups =
        new(static () => ByName(static value => new NamedGroup(value)));

    /// <summary><c>1.3</c>, <c>TLS1.3</c>, <c>tls13</c> …</summary>
    /// <exception cref="FormatException">There is no such version.</exception>
    public static ProtocolVersion Version(string name)
    {
        string bare = Bare(name);
        return (bare.StartsWith("TLS", StringComparison.Ordinal) ? bare[3..] : bare) switch
        {
            "13" => ProtocolVersion.Tls13,
            "12" => ProtocolVersion.Tls12,
            "11" => ProtocolVersion.Tls11,
            "10" => ProtocolVersion.Tls10,
            _ => throw new FormatException($"'{name}' is no version of TLS; write 1.3 or 1.2."),
        };
    }

    /// <summary>The registered name, in any case, with or without <c>TLS_</c>.</summary>
    /// <exception cref="FormatException">There is no such suite.</exception>
    public static CipherSuite Suite(string name)
    {
        string bare = Bare(name);
        return Suites.Value.TryGetValue(bare, out CipherSuite suite) || Suites.Value.TryGetValue("TLS" + bare, out suite)
            ? suite
            : throw new FormatException(
                $"'{name}' is no cipher suite that is known here; write its registered name, such as {CipherSuite.Aes128GcmSha256}.");
    }

    /// <summary>The registered name, in any case, or NIST's name of the curve.</summary>
    /// <exception cref="FormatException">There is no such group.</exception>
    public static NamedGroup Group(string name)
    {
        string bare = Bare(name);
        return bare switch
        {
            "P256" or "PRIME256V1" => NamedGroup.Secp256r1,
            "P384" => NamedGroup.Secp384r1,
            "P521" => NamedGroup.Secp521r1,
            _ => Groups.Value.TryGetValue(bare, out NamedGroup group)
                ? group
                : throw new FormatException(
                    $"'{name}' is no group for key exchange that is known here; write its registered name, such as {NamedGroup.X25519}."),
        };
    }

    /// <summary>An application protocol as it goes over the wire.</summary>
    /// <exception cref="FormatException">It is empty or too long.</exception>
    public static string Protocol(string name) =>
        name.Length is > 0 and <= 255 && name.All(static c => c is > ' ' and <= '~')
            ? name
            : throw new FormatException($"'{name}' is no application protocol; write names such as h2 or http/1.1.");

    private static Dictionary<string, T> ByName<T>(Func<ushort, T> codePoint)
        where T : struct
    {
        var names = new Dictionary<string, T>(StringComparer.Ordinal);
        for (int value = 0; value <= ushort.MaxValue; value++)
        {
            T one = codePoint((ushort)value);
            string name = one.ToString()!;
            if (!name.StartsWith("0x", StringComparison.Ordinal))
            {
                names.TryAdd(Bare(name), one);
            }
        }

        return names;
    }

    private static string Bare(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
}
