namespace Aksu.Mutation;

/// <summary>One small mistake that somebody might have made.</summary>
/// <param name="Id">Its number in the mutated engine.</param>
/// <param name="Kind">What kind of mistake.</param>
/// <param name="File">In src/Aksu.Tls.Engine.</param>
/// <param name="Member">The method, property or field.</param>
/// <param name="Original">What stands there, in one line.</param>
/// <param name="Change">What is done to it.</param>
/// <param name="Number">Which of several that read alike in the same member, from 1.</param>
internal sealed record Mutation(int Id, MutationKind Kind, string File, string Member, string Original, string Change, int Number)
{
    /// <summary>Names it as long as neither the member's name nor the mutated code change.</summary>
    public string Key => $"{File} | {Member} | {Original} | {Change}{(Number > 1 ? $" | {Number}" : "")}";
}
