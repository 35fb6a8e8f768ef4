using Aksu.Fuzz;
using SharpFuzz;

// list                    the names of the targets
// run TARGET              under afl-fuzz: takes inputs as it gives them; alone: takes one from standard input
// replay TARGET FILE...   runs each file once, and says which it was when one is a find
// seeds TARGET FOLDER     writes the target's seeds
switch (args)
{
    case ["list"]:
        foreach (FuzzTarget target in AllTargets.List)
        {
            Console.WriteLine(target.Name);
        }

        return 0;
    case ["run", var name]:
        // Instrumented code may only run inside: the fuzzer's memory is not there before.
        Fuzzer.OutOfProcess.Run(stream => Find(name).RunGuarded(ReadAll(stream)));
        return 0;
    case ["replay", var name, .. var files] when AllTargets.Named(name) is { } target:
        return Replay(target, files);
    case ["seeds", var name, var folder] when AllTargets.Named(name) is { } target:
        WriteSeeds(target, folder);
        return 0;
    default:
        Console.Error.WriteLine("usage: Aksu.Fuzz list | run TARGET | replay TARGET FILE... | seeds TARGET FOLDER");
        return 2;
}

static FuzzTarget Find(string name) =>
    AllTargets.Named(name) ?? throw new ArgumentException($"There is no target '{name}'; see 'list'.");

static byte[] ReadAll(Stream stream)
{
    using var copy = new MemoryStream();
    stream.CopyTo(copy);
    return copy.ToArray();
}

static int Replay(FuzzTarget target, string[] files)
{
    int finds = 0;
    foreach (string file in files)
    {
        try
        {
            target.RunGuarded(File.ReadAllBytes(file));
        }
        catch (Exception e)
        {
            finds++;
            Console.Error.WriteLine($"{file}: {e}");
        }
    }

    Console.WriteLine($"{files.Length} inputs, {finds} finds");
    return finds == 0 ? 0 : 1;
}

static void WriteSeeds(FuzzTarget target, string folder)
{
    Directory.CreateDirectory(folder);
    int number = 0;
    foreach (byte[] seed in target.Seeds())
    {
        File.WriteAllBytes(Path.Combine(folder, $"seed-{number++:d3}"), seed);
    }
}
