namespace Aksu.Mutation;

/// <summary>What a <see cref="Worker"/> says of one mutation.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Test">The test that decided, or a word about what did.</param>
internal sealed record WorkerAnswer(WorkerAnswerKind Kind, string Test);
