namespace Aksu.BogoShim.Configuration;

/// <summary>The engine refuses the options that the flags come to.</summary>
internal sealed class ConfigurationException(Exception inner) : Exception($":Configuration: {inner.Message}", inner);
