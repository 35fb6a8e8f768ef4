namespace Aksu.BogoShim.Decisions;

/// <summary>The case wants the application's decision to fail, as a callback that throws would.</summary>
internal sealed class DecisionFailedException(string what) : Exception(what);
