using System.Diagnostics;
using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Aksu.Mutation;

/// <summary>The tests of one assembly, in this process, one after the other, any of them at any time.</summary>
internal sealed class TestHost
{
    private readonly ITestFramework _framework;
    private readonly Assembly _assembly;
    private readonly FieldInfo _active;
    private readonly FieldInfo _reached;

    private TestHost(Assembly assembly)
    {
        _assembly = assembly;
        TestContext.SetForInitialization(null, false, false);
        _framework = RegisteredEngineConfig.GetTestFramework(assembly, null);
        Type switches = Assembly.Load("Aksu.Tls.Engine").GetType("Aksu.Mutation.Mutant", throwOnError: true)!;
        _active = switches.GetField("Active")!;
        _reached = switches.GetField("Reached")!;
    }

    public IReadOnlyDictionary<string, ITestCase> Cases { get; private set; } = null!;

    public static async Task<TestHost> OpenAsync(string assembly)
    {
        var host = new TestHost(Assembly.LoadFrom(assembly));
        var cases = new Dictionary<string, ITestCase>(StringComparer.Ordinal);
        await host._framework.GetDiscoverer(host._assembly).Find(
            test =>
            {
                cases[test.UniqueID] = test;
                return ValueTask.FromResult(true);
            },
            new TestOptions(),
            null,
            null);
        host.Cases = cases;
        return host;
    }

    public void Activate(int mutation) => _active.SetValue(null, mutation);

    /// <summary>Runs tests until one fails, and returns that one's id; null when all pass.</summary>
    public async Task<string?> RunAsync(IEnumerable<string> tests, Action<string> starts)
    {
        string? failed = null;
        using var stop = new CancellationTokenSource();
        await RunAsync(tests, message =>
        {
            switch (message)
            {
                case ITestCaseStarting starting:
                    starts(starting.TestCaseUniqueID);
                    break;
                case ITestFailed failure:
                    failed ??= failure.TestCaseUniqueID;
                    stop.Cancel();
                    return false;
                case IErrorMessage:
                    failed ??= "";
                    stop.Cancel();
                    return false;
            }

            return true;
        }, stop.Token);
        return failed;
    }

    /// <summary>Runs all tests, and notes which mutations each comes by.</summary>
    public async Task<Coverage> CoverAsync(int mutations)
    {
        var coverage = new Coverage(mutations);
        bool[] reached = new bool[mutations];
        var clock = new Stopwatch();
        _reached.SetValue(null, reached);
        bool hasFailed = false;
        await RunAsync(Cases.Keys, message =>
        {
            switch (message)
            {
                case ITestCaseStarting:
                    Array.Clear(reached);
                    hasFailed = false;
                    clock.Restart();
                    break;
                case ITestFailed:
                    hasFailed = true;
                    break;
                case ITestCaseFinished finished when hasFailed:
                    coverage.Failing.Add(NameOf(finished.TestCaseUniqueID));
                    break;
                case ITestCaseFinished finished:
                    coverage.Add(finished.TestCaseUniqueID, clock.Elapsed, reached);
                    break;
            }

            return true;
        }, CancellationToken.None);
        _reached.SetValue(null, null);
        return coverage;
    }

    public string ClassOf(string test) => Cases[test].TestClassName ?? "";

    public string NameOf(string test) => Cases.TryGetValue(test, out ITestCase? found) ? found.TestCaseDisplayName : test;

    private ValueTask RunAsync(IEnumerable<string> tests, Func<IMessageSinkMessage, bool> sink, CancellationToken stop)
    {
        TestContext.SetForInitialization(null, false, false);
        return _framework.GetExecutor(_assembly).RunTestCases(
            [.. tests.Select(test => Cases[test])], new Sink(sink), new TestOptions(), stop);
    }

    private sealed class Sink(Func<IMessageSinkMessage, bool> take) : IMessageSink
    {
        public bool OnMessage(IMessageSinkMessage message) => take(message);
    }
}
