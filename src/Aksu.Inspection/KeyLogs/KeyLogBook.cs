using System.Collections.Concurrent;
using System.Security.Cryptography;
using Aksu.Inspection.Texts;

namespace Aksu.Inspection.KeyLogs;

/// <summary>
/// The secrets of a key log file (RFC 9850), found by their label and the connection's client random. Thread-safe. It holds secrets:
/// <see cref="Dispose"/> wipes them.
/// </summary>
public sealed class KeyLogBook : IDisposable
{
    /// <summary>The longest text that is read, in characters.</summary>
    public const int MaxLength = 64 << 20;

    private const int ClientRandomLength = 32;
    private const int MaxSecretLength = 64;

    private readonly ConcurrentDictionary<(string Label, string ClientRandom), byte[]> _secrets = new();

    /// <summary>How many secrets there are.</summary>
    public int Count => _secrets.Count;

    /// <summary>Reads the lines of a file.</summary>
    /// <exception cref="UnreadableInputException">
    /// A line is none of the format; the message names its number and never its content.
    /// </exception>
    public static KeyLogBook Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var book = new KeyLogBook();
        if (text.Length > MaxLength)
        {
            throw new UnreadableInputException(InputTexts.LongKeyLog.With(MaxLength >> 20));
        }

        int number = 0;
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            number++;
            ReadOnlySpan<char> content = line.Trim();
            if (!content.IsEmpty && content[0] != '#' && !book.TryAdd(content))
            {
                throw new UnreadableInputException(InputTexts.KeyLogLine.With(number));
            }
        }

        return book;
    }

    /// <summary>Takes one line: label, client random, secret.</summary>
    /// <returns>False when it is none.</returns>
    public bool TryAdd(ReadOnlySpan<char> line)
    {
        Span<Range> parts = stackalloc Range[4];
        if (line.Split(parts, ' ', StringSplitOptions.RemoveEmptyEntries) != 3
            || line[parts[1]].Length % 2 != 0 || line[parts[2]].Length is 0 or > 2 * MaxSecretLength)
        {
            return false;
        }

        try
        {
            // Other labels have other second words (RSA has the beginning of a ciphertext); they are of no use here.
            byte[] random = Convert.FromHexString(line[parts[1]]);
            byte[] secret = Convert.FromHexString(line[parts[2]]);
            if (random.Length == ClientRandomLength)
            {
                _secrets[(line[parts[0]].ToString(), Convert.ToHexStringLower(random))] = secret;
            }

            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>Wipes the secrets of one connection.</summary>
    public void Forget(ReadOnlySpan<byte> clientRandom)
    {
        string random = Convert.ToHexStringLower(clientRandom);
        foreach ((string Label, string ClientRandom) key in _secrets.Keys)
        {
            if (key.ClientRandom == random && _secrets.TryRemove(key, out byte[]? secret))
            {
                CryptographicOperations.ZeroMemory(secret);
            }
        }
    }

    /// <summary>The secret of that label in that connection; null when it is not in the book.</summary>
    internal byte[]? Find(string label, ReadOnlySpan<byte> clientRandom) =>
        _secrets.GetValueOrDefault((label, Convert.ToHexStringLower(clientRandom)));

    /// <summary>Wipes the secrets.</summary>
    public void Dispose()
    {
        foreach (byte[] secret in _secrets.Values)
        {
            CryptographicOperations.ZeroMemory(secret);
        }

        _secrets.Clear();
    }
}
