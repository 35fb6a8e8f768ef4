using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Tests.States;

namespace Aksu.Tls.Engine.Tests.Wiping;

/// <summary>
/// In whatever state a connection ends, no secret of it stays: when it is given up, and when it fails before it is disposed of.
/// </summary>
[Collection(LivingSecrets.Collection)]
public sealed class StateWipingTests
{
    public static TheoryData<string> Waiting => [.. Cases.Select(static entry => entry.Name)];

    public static TheoryData<string> All => [.. States.Select(StateCase.NameOf)];

    private static IEnumerable<StateCase> Cases => StateTable13.Waiting.Concat(StateTable12.Waiting);

    private static IEnumerable<Type> States => Cases.Select(static entry => entry.State)
        .Concat(StateTable13.Suspended).Concat(StateTable12.Suspended).Distinct();

    [Theory]
    [MemberData(nameof(All))]
    public void Given_up(string name)
    {
        Type state = States.Single(state => StateCase.NameOf(state) == name);

        AssertNothingLeft(state, static (_, _) => { });
    }

    [Theory]
    [MemberData(nameof(Waiting))]
    public void Failed(string name)
    {
        StateCase entry = StateMessageTests.Case(name);

        AssertNothingLeft(entry.State, (stepper, side) =>
        {
            EngineEnd end = StateMessageTests.End(stepper, side);
            end.Take(entry.Record(NullRecord.Handshake, [99, 0, 0, 0]));
            Assert.NotNull(end.Failure);

            // The other end holds what it holds until it is disposed of.
            LivingSecrets.DropSessions(stepper.Pair.ClientEngine);
            StateMessageTests.End(stepper, side == Sender.Client ? Sender.Server : Sender.Client).Dispose();
        }, isDisposed: false);
    }

    private static void AssertNothingLeft(Type state, Action<RecordStepper, Sender> then, bool isDisposed = true)
    {
        Func<RecordStepper> begin = Beginnings(state).First(begin => Reaches(begin, state));

        // What the conversation was given stays the test's own.
        long given = LivingSecrets.LeftBy(() => begin().Pair.Dispose());
        long left = LivingSecrets.LeftBy(() =>
        {
            (RecordStepper stepper, Sender side) = Conversations.TryReach(begin(), state)!.Value;
            then(stepper, side);
            if (isDisposed)
            {
                stepper.Pair.Dispose();
            }
        });

        Assert.Equal(given, left);
    }

    private static bool Reaches(Func<RecordStepper> begin, Type state)
    {
        RecordStepper stepper = begin();
        bool reaches = Conversations.TryReach(stepper, state) is not null;
        stepper.Pair.Dispose();
        return reaches;
    }

    private static IEnumerable<Func<RecordStepper>> Beginnings(Type state) =>
        StateCase.NameOf(state).Contains(".Tls12.", StringComparison.Ordinal)
            ? Enumerable.Range(0, Conversation12.All.Count()).Select(i => (Func<RecordStepper>)(() => Conversation12.All.ElementAt(i)))
            : [Conversation13.Begin];
}
