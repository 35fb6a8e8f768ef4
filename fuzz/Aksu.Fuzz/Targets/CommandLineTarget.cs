using System.CommandLine;
using System.Text;
using Aksu.Cli.Failures;
using Aksu.Cli.Invocation;

namespace Aksu.Fuzz.Targets;

/// <summary>A command line, one argument a line. It is parsed and not carried out.</summary>
internal static class CommandLineTarget
{
    public static FuzzTarget Target { get; } = new("command-line", Run, Seeds);

    private static void Run(ReadOnlyMemory<byte> input)
    {
        ParseResult line = Tool.Parse(Encoding.UTF8.GetString(input.Span).Split('\n'));
        foreach (Option option in line.CommandResult.Command.Options)
        {
            try
            {
                _ = line.GetResult(option)?.GetValueOrDefault<object>();
            }
            catch (Exception e) when (e is CommandFailure or InvalidOperationException)
            {
                // What the parser has noted as an error is thrown when the value is asked for.
            }
        }
    }

    private static IEnumerable<byte[]> Seeds() =>
    [
        [.. "connect\nfuzz.example:443\n--tls\n1.2\n--alpn\nh2,http/1.1"u8],
        [.. "serve\n--listen\n[::1]:8443\n--cert\na.pem\n--key\na.key.pem"u8],
        [.. "demo\n--mutual\n--tls\n1.3\n--key-exchange\nrsa,ecdhe"u8],
        [.. "ca\nissue\nfuzz.example\n--dir\nd\n--ip\n192.0.2.1\n--days\n30"u8],
        [.. "verify\nchain.pem\n--name\nfuzz.example"u8],
        [.. "--help"u8],
    ];
}
