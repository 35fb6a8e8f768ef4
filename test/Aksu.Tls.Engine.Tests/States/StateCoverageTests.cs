using Aksu.Tls.Engine.Handshake;

namespace Aksu.Tls.Engine.Tests.States;

/// <summary>A new state must be put into the tables, so that the walk over states and messages goes through it.</summary>
public sealed class StateCoverageTests
{
    private static IEnumerable<StateCase> Waiting => StateTable13.Waiting.Concat(StateTable12.Waiting);

    private static IEnumerable<Type> Suspended => StateTable13.Suspended.Concat(StateTable12.Suspended);

    [Fact]
    public void Every_state_stands_in_a_table()
    {
        IEnumerable<string> existing = typeof(HandshakeState).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(HandshakeState)) && !type.IsAbstract)
            .Select(StateCase.NameOf);
        IEnumerable<string> listed = Waiting.Select(entry => entry.State)
            .Concat(Suspended)
            .Concat(StateTable13.Immediate)
            .Select(StateCase.NameOf);

        Assert.Equal(existing.Order(), listed.Order());
    }

    [Fact]
    public void Each_stands_where_its_class_says()
    {
        Assert.All(Suspended, type => Assert.True(type.IsSubclassOf(typeof(SuspendedState))));
        Assert.All(StateTable13.Immediate, type => Assert.True(type.IsSubclassOf(typeof(ImmediateState))));
        Assert.All(
            Waiting,
            entry => Assert.False(entry.State.IsSubclassOf(typeof(SuspendedState)) || entry.State.IsSubclassOf(typeof(ImmediateState))));
    }
}
