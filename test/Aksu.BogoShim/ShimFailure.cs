namespace Aksu.BogoShim;

/// <summary>Something that the runner asked the shim to expect is not so, or the shim is told to fail here.</summary>
internal sealed class ShimFailure(string message) : Exception(message);
