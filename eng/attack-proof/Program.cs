using System.Diagnostics;
using Aksu.AttackProof;

// The repository's root; by default the folder from which this is run.
string root = Path.GetFullPath(args.Length > 0 ? args[0] : ".");
using Copy copy = Copy.Of(root);
string project = Path.Combine(copy.Root, "test", "Aksu.Tls.Engine.Tests");
string output = Path.Combine(copy.Root, "out");
Console.WriteLine($"Building the engine with {Defences.All.Count} switches …");
if (Run("dotnet", defence: null, "build", project, "-v", "quiet", "--nologo", "-o", output,
    "-p:TreatWarningsAsErrors=false", "-p:EnforceCodeStyleInBuild=false", "-p:RunAnalyzers=false") != 0)
{
    Console.Error.WriteLine("The copy does not build.");
    return 2;
}

string tests = Path.Combine(output, "Aksu.Tls.Engine.Tests.dll");
int unproven = 0;
foreach (IGrouping<string, Defence> group in Defences.All.GroupBy(static defence => defence.Tests))
{
    if (Run("dotnet", defence: null, tests, "-class", "*." + group.Key) != 0)
    {
        Console.WriteLine($"NOT PROVEN  {group.Key} fails with every defence on.");
        unproven += group.Count();
        continue;
    }

    foreach (Defence defence in group)
    {
        bool isNoticed = Run("dotnet", defence, tests, "-class", "*." + group.Key) != 0;
        Console.WriteLine($"{(isNoticed ? "noticed    " : "NOT NOTICED")} {defence.Name}: {group.Key}");
        unproven += isNoticed ? 0 : 1;
    }
}

Console.WriteLine($"The tests fail without {Defences.All.Count - unproven} of {Defences.All.Count} defences.");
return unproven == 0 ? 0 : 1;

static int Run(string program, Defence? defence, params string[] arguments)
{
    var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
    start.Environment[Copy.Switch] = defence?.Name ?? "";
    using Process process = Process.Start(start)!;
    process.OutputDataReceived += static (_, _) => { };
    process.ErrorDataReceived += static (_, _) => { };
    process.BeginOutputReadLine();
    process.BeginErrorReadLine();

    // Without its defence an attack may well go on for ever: that is noticed, too.
    if (!process.WaitForExit(TimeSpan.FromMinutes(10)))
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        return -1;
    }

    return process.ExitCode;
}
