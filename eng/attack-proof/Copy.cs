namespace Aksu.AttackProof;

/// <summary>
/// A copy of what the tests of the engine are built from, in which every defence has a switch. Gone when it is disposed of.
/// </summary>
internal sealed class Copy : IDisposable
{
    /// <summary>The environment variable that names the defence which is off.</summary>
    public const string Switch = "AKSU_DEFENCE_OFF";

    private static readonly string[] Folders =
        ["src/Aksu.Cryptography", "src/Aksu.Tls.Engine", "test/Aksu.Testing", "test/Aksu.Tls.Engine.Tests"];

    private Copy(string root) => Root = root;

    public string Root { get; }

    /// <summary>Copies, and puts the switches in.</summary>
    /// <exception cref="InvalidDataException">A defence is not where the list says.</exception>
    public static Copy Of(string repository)
    {
        var copy = new Copy(Directory.CreateTempSubdirectory("aksu-attack-proof-").FullName);
        foreach (string file in Directory.EnumerateFiles(repository))
        {
            File.Copy(file, Path.Combine(copy.Root, Path.GetFileName(file)));
        }

        foreach (string folder in Folders)
        {
            CopyFolder(Path.Combine(repository, folder), Path.Combine(copy.Root, folder));
        }

        string engine = Path.Combine(copy.Root, "src/Aksu.Tls.Engine");
        File.WriteAllText(Path.Combine(engine, "DefenceSwitch.cs"), SwitchSource);
        foreach (Defence defence in Defences.All)
        {
            Apply(Path.Combine(engine, defence.File), defence);
        }

        return copy;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static void Apply(string path, Defence defence)
    {
        string source = File.ReadAllText(path);
        if (!source.Contains(defence.Original, StringComparison.Ordinal))
        {
            throw new InvalidDataException($"'{defence.Name}' is not in {defence.File} any more: bring Defences.cs up to date.");
        }

        string isOff = $"Aksu.Tls.Engine.DefenceSwitch.IsOff(\"{defence.Name}\")";
        File.WriteAllText(
            path,
            source.Replace(defence.Original, defence.Without.Replace("OFF", isOff, StringComparison.Ordinal), StringComparison.Ordinal));
    }

    private static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (string file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (string folder in Directory.EnumerateDirectories(from))
        {
            if (Path.GetFileName(folder) is not ("bin" or "obj"))
            {
                CopyFolder(folder, Path.Combine(to, Path.GetFileName(folder)));
            }
        }
    }

    private const string SwitchSource = $$"""
        namespace Aksu.Tls.Engine;

        internal static class DefenceSwitch
        {
            private static readonly string? Off = System.Environment.GetEnvironmentVariable("{{Switch}}");

            public static bool IsOff(string name) => Off == name;
        }
        """;
}
