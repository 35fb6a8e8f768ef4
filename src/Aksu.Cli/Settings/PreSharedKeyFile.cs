using System.CommandLine;
using System.Security.Cryptography;
using Aksu.Cli.Failures;
using Aksu.Cryptography;
using Aksu.Tls.Engine.Options;

namespace Aksu.Cli.Settings;

/// <summary>Keys that both sides have beforehand, from a file. Disposing it wipes them.</summary>
internal sealed class PreSharedKeyFile : IDisposable
{
    private const int MaxLength = 1 << 20;

    private PreSharedKeyFile(IReadOnlyList<ExternalPreSharedKey> keys) => Keys = keys;

    /// <summary>The keys, in the order of the file.</summary>
    public IReadOnlyList<ExternalPreSharedKey> Keys { get; }

    /// <summary>The option for such a file.</summary>
    public static Option<string?> Option() => new("--psk")
    {
        HelpName = "FILE",
        Description = "Keys that both sides have: lines of IDENTITY:KEY, the key in hexadecimal, at least 16 random bytes.",
    };

    /// <summary>Reads the file of an option; null when it is not given.</summary>
    /// <exception cref="CommandFailure">It cannot be read, or holds something else, or it is not given and needed.</exception>
    public static PreSharedKeyFile? Read(Option<string?> option, ParseResult line, IReadOnlyList<KeyExchange> exchanges)
    {
        if (line.GetValue(option) is { } path)
        {
            return GivenFile.Read(option.Name, path, file => Parse(option.Name, file));
        }

        return exchanges.Contains(KeyExchange.Psk)
            ? throw CommandFailure.Usage(SettingTexts.PskNeedsFile.With(option.Name))
            : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (ExternalPreSharedKey key in Keys)
        {
            key.Key.Dispose();
        }
    }

    private static PreSharedKeyFile Parse(string option, string path)
    {
        if (new FileInfo(path).Length > MaxLength)
        {
            throw CommandFailure.Usage(SettingTexts.LongPskFile.With(option, path, MaxLength));
        }

        byte[] text = File.ReadAllBytes(path);
        try
        {
            var keys = new List<ExternalPreSharedKey>();
            int number = 0;
            foreach (Range range in text.AsSpan().Split((byte)'\n'))
            {
                number++;
                ReadOnlySpan<byte> line = text.AsSpan(range).Trim(" \t\r"u8);
                if (!line.IsEmpty && line[0] != '#')
                {
                    keys.Add(ParseLine(line) ?? throw CommandFailure.Usage(SettingTexts.PskLine.With(option, path, number)));
                }
            }

            return keys.Count > 0 ? new PreSharedKeyFile(keys) : throw CommandFailure.Usage(SettingTexts.NoPsk.With(option, path));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(text);
        }
    }

    private static ExternalPreSharedKey? ParseLine(ReadOnlySpan<byte> line)
    {
        const int ShortestKey = 16;
        int colon = line.LastIndexOf((byte)':');
        if (colon <= 0)
        {
            return null;
        }

        ReadOnlySpan<byte> digits = line[(colon + 1)..];
        if (digits.Length % 2 != 0 || digits.Length < 2 * ShortestKey || digits.Length > 2 * byte.MaxValue)
        {
            return null;
        }

        var key = new Secret(digits.Length / 2);
        if (Convert.FromHexString(digits, key.Span, out _, out _) != System.Buffers.OperationStatus.Done)
        {
            key.Dispose();
            return null;
        }

        return new ExternalPreSharedKey(line[..colon].ToArray(), key);
    }
}
