namespace Aksu.Mutation;

internal enum WorkerAnswerKind
{
    /// <summary>A test fails.</summary>
    Killed,

    /// <summary>No test fails, or one that fails without the mutation as well.</summary>
    Unnoticed,

    /// <summary>A test, or the whole process, takes so long that it hangs.</summary>
    Late,

    /// <summary>The process has ended without a word.</summary>
    Gone,
}
