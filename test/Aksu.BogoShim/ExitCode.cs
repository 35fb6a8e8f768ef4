namespace Aksu.BogoShim;

/// <summary>What the runner reads from the end of the process.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    public const int Failure = 1;

    /// <summary>A flag, or what it asks for, is not there: the case is counted as unimplemented whatever happened.</summary>
    public const int Unimplemented = 89;

    /// <summary>A fault of the engine or of the shim, which must never pass for the refusal that a case expects.</summary>
    public const int MustFail = 90;
}
