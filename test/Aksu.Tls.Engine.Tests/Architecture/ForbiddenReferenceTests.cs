using Aksu.Tls.Engine.Connections;

namespace Aksu.Tls.Engine.Tests.Architecture;

/// <summary>The engine does no input or output, has no clock and knows no X.509 policy.</summary>
public sealed class ForbiddenReferenceTests : IDisposable
{
    private static readonly string[] ForbiddenNamespaces =
    [
        "System.Net.Sockets.", "System.Net.Security.", "System.Net.Http.", "System.IO.",
        "System.Threading.Tasks.", "System.Threading.Channels.",
        "System.Security.Cryptography.X509Certificates.", "Aksu.Pki.", "System.Reflection.",
    ];

    private static readonly string[] ForbiddenTypes =
        ["System.Threading.Thread", "System.Threading.Timer", "System.Diagnostics.Stopwatch", "System.Console", "System.Random"];

    private static readonly string[] Allowed =
    [
        // The base of TlsException, so that it is caught where broken connections are.
        "System.IO.IOException",
    ];

    private readonly CompiledAssembly _engine = new(typeof(TlsEngine).Assembly.Location);

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void No_input_output_task_or_certificate_store_is_used()
    {
        IEnumerable<string> breaches = _engine.TypeUses()
            .Where(use => use.User.StartsWith("Aksu.", StringComparison.Ordinal))
            .Where(use => !Allowed.Contains(use.Used))
            .Where(use => ForbiddenTypes.Contains(use.Used)
                || ForbiddenNamespaces.Any(forbidden => use.Used.StartsWith(forbidden, StringComparison.Ordinal)))
            .Select(use => $"{use.User} uses {use.Used}");

        Assert.Empty(breaches);
    }

    [Fact]
    public void No_clock_but_the_given_one_and_no_randomness_but_the_provider_s_is_read()
    {
        (string Type, string Member)[] forbidden =
        [
            ("System.DateTime", "get_Now"), ("System.DateTime", "get_UtcNow"), ("System.DateTimeOffset", "get_Now"),
            ("System.DateTimeOffset", "get_UtcNow"), ("System.Environment", "get_TickCount"), ("System.Environment", "get_TickCount64"),
            ("System.Environment", "GetEnvironmentVariable"), ("System.Guid", "NewGuid"),
            ("System.Security.Cryptography.RandomNumberGenerator", "Fill"),
            ("System.Security.Cryptography.RandomNumberGenerator", "GetBytes"),
        ];
        IEnumerable<string> breaches = _engine.MemberUses()
            .Where(use => forbidden.Contains((use.Type, use.Name)))
            .Select(use => $"{use.User} calls {use.Type}.{use.Name}");

        Assert.Empty(breaches);
    }
}
