using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Handshake;

namespace Aksu.Tls.Engine.Tests.States;

/// <summary>Reaches every state.</summary>
internal static class Conversations
{
    /// <summary>A conversation that is in the state, and the end that is.</summary>
    public static (RecordStepper Stepper, Sender End) Until(Type state)
    {
        bool isTls12 = StateCase.NameOf(state).Contains(".Tls12.", StringComparison.Ordinal);
        foreach (RecordStepper stepper in isTls12 ? Conversation12.All : [Conversation13.Begin()])
        {
            if (TryReach(stepper, state) is { } reached)
            {
                return reached;
            }
        }

        throw new InvalidOperationException($"No conversation goes through {state.FullName}.");
    }

    /// <summary>
    /// A conversation up to the moment when one end is in the state and something (if anything will) is on its way to it; and that end.
    /// Null when it never is.
    /// </summary>
    public static (RecordStepper Stepper, Sender End)? TryReach(RecordStepper stepper, Type state)
    {
        Sender? end = null;
        if (!stepper.StepUntil(pair => (end = Find(pair, state)) is not null))
        {
            return null;
        }

        while (!state.IsSubclassOf(typeof(SuspendedState)) && stepper.UnderWayTo(end!.Value).Count == 0 && stepper.Step())
        {
        }

        Assert.Equal(end, Find(stepper.Pair, state));
        return (stepper, end!.Value);
    }

    private static Sender? Find(EnginePair pair, Type state) =>
        Is(pair.ClientEngine.State, state) ? Sender.Client : Is(pair.ServerEngine.State, state) ? Sender.Server : null;

    private static bool Is(HandshakeState actual, Type state) => actual.GetType() == state;
}
