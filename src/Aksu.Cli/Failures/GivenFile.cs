using Aksu.Inspection;
using Aksu.Inspection.Texts;
using Aksu.Inspection.Texts.Sentences;
using Aksu.Pki;

namespace Aksu.Cli.Failures;

/// <summary>Files that the command line names: what can go wrong with them is said with the option's name.</summary>
internal static class GivenFile
{
    /// <summary>Reads a file that an option names.</summary>
    /// <exception cref="CommandFailure">It cannot be read or holds something else.</exception>
    public static T Read<T>(string option, string path, Func<string, T> read)
    {
        try
        {
            return read(path);
        }
        catch (CertificateException e)
        {
            throw CommandFailure.Usage(LibrarySentences.Of($"{option}: {e.Message}"), e);
        }
        catch (UnreadableInputException e)
        {
            throw CommandFailure.Usage(FileTexts.Of(option, path, e), e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw CommandFailure.Usage(FileTexts.Of(option, path, ReasonOf(path, e)), e);
        }
    }

    /// <summary>Writes a file that an option names.</summary>
    /// <exception cref="CommandFailure">It cannot be written.</exception>
    public static void Write(string option, string path, Action<string> write) => Read(option, path, given =>
    {
        write(given);
        return true;
    });

    /// <summary>Looks whether a file that an option names can be read at all.</summary>
    /// <exception cref="CommandFailure">It cannot.</exception>
    public static void Probe(string option, string path) => Read(option, path, static given =>
    {
        using FileStream file = File.OpenRead(given);
        return true;
    });

    private static Phrase ReasonOf(string path, Exception e) => e switch
    {
        FileNotFoundException => FileTexts.NoFile,
        DirectoryNotFoundException => FileTexts.NoFolder,
        _ when Directory.Exists(path) => FileTexts.IsFolder,
        UnauthorizedAccessException => FileTexts.NotAllowed,
        _ => FileTexts.NotRead.With(e.Message),
    };
}
