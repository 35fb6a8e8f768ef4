namespace Aksu.Mutation;

internal enum MutationKind
{
    /// <summary>A condition, or one operand of it, is always true or always false: a guard is gone, a check is never asked.</summary>
    Condition,

    /// <summary>A comparison is off by one.</summary>
    Boundary,

    /// <summary>A constant, or a number in arithmetic, is off by one.</summary>
    Number,

    /// <summary>Nothing is thrown where a value is missing.</summary>
    Throw,

    /// <summary>The default is taken though a value is there.</summary>
    Default,

    /// <summary>One arm of a switch is gone.</summary>
    Arm,

    /// <summary>true for false, and the other way round.</summary>
    Literal,

    /// <summary>A call whose result nobody looks at is not made.</summary>
    Call,

    /// <summary>Something is not written down.</summary>
    Assignment,

    /// <summary>A secret is not wiped, or memory not given back.</summary>
    Wipe,
}
