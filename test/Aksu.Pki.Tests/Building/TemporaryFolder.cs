namespace Aksu.Pki.Tests.Building;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("aksu-pki").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Write(string name, string content) => File.WriteAllText(this[name], content);

    public void Write(string name, ReadOnlySpan<byte> content) => File.WriteAllBytes(this[name], content);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
