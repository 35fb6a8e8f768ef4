using System.Text.Json;
using Xunit.Sdk;

namespace Aksu.Mutation;

/// <summary>One test after the other, and each told at once: so that it is known which test comes by what.</summary>
internal sealed class TestOptions : ITestFrameworkDiscoveryOptions, ITestFrameworkExecutionOptions
{
    private readonly Dictionary<string, object?> _values = new()
    {
        [TestOptionsNames.Discovery.PreEnumerateTheories] = true,
        [TestOptionsNames.Execution.DisableParallelization] = true,
        [TestOptionsNames.Execution.MaxParallelThreads] = 1,
        [TestOptionsNames.Execution.SynchronousMessageReporting] = true,
        [TestOptionsNames.Execution.StopOnFail] = false,
    };

    public TValue? GetValue<TValue>(string name) => _values.TryGetValue(name, out object? value) && value is TValue typed ? typed : default;

    public void SetValue<TValue>(string name, TValue value) => _values[name] = value;

    public string ToJson() => JsonSerializer.Serialize(_values);
}
