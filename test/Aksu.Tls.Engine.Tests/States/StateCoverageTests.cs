using Aksu.Tls.Engine.Handshake;

namespace Aksu.Tls.Engine.Tests.States;

/// <summary>A new state must be put into the tables, so that the walk over states and messages goes through it.</summary>
public sealed class StateCoverageTests
{
    [Fact]
    public void Every_state_stands_in_a_table()
    {
        IEnumerable<string> existing = typeof(HandshakeState).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(HandshakeState)) && !type.IsAbstract)
            .Where(type => !type.Namespace!.EndsWith("Tls12", StringComparison.Ordinal))
            .Select(type => type.Name);
        IEnumerable<string> listed = StateTable13.Waiting.Select(entry => entry.State)
            .Concat(StateTable13.Suspended)
            .Concat(StateTable13.Immediate)
            .Select(type => type.Name);

        Assert.Equal(existing.Order(), listed.Order());
    }

    [Fact]
    public void Each_stands_where_its_class_says()
    {
        Assert.All(StateTable13.Suspended, type => Assert.True(type.IsSubclassOf(typeof(SuspendedState))));
        Assert.All(StateTable13.Immediate, type => Assert.True(type.IsSubclassOf(typeof(ImmediateState))));
        Assert.All(
            StateTable13.Waiting,
            entry => Assert.False(entry.State.IsSubclassOf(typeof(SuspendedState)) || entry.State.IsSubclassOf(typeof(ImmediateState))));
    }
}
