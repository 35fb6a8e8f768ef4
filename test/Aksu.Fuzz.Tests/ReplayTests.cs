namespace Aksu.Fuzz.Tests;

/// <summary>
/// What fuzzing found worth keeping goes through the targets again, as ordinary tests: seeds, the minimised corpus, and every input that
/// once was a crash or a hang. eng/fuzz.sh makes more of them.
/// </summary>
public sealed class ReplayTests
{
    private static readonly TimeSpan MaxRun = TimeSpan.FromSeconds(60);

    public static TheoryData<string> Targets => [.. AllTargets.List.Select(static target => target.Name)];

    [Theory]
    [MemberData(nameof(Targets))]
    public void Seeds_go_through(string name)
    {
        FuzzTarget target = AllTargets.Named(name)!;
        byte[][] seeds = [.. target.Seeds()];

        Assert.NotEmpty(seeds);
        foreach (byte[] seed in seeds)
        {
            Run(target, seed, "a seed");
        }
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void The_corpus_goes_through(string name)
    {
        string[] files = CorpusFolder.FilesOf(CorpusFolder.Corpus, name);

        Assert.NotEmpty(files);
        Replay(AllTargets.Named(name)!, files);
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void What_once_was_a_find_goes_through(string name) =>
        Replay(AllTargets.Named(name)!, CorpusFolder.FilesOf(CorpusFolder.Crashes, name));

    /// <summary>Every prefix of a seed and every seed with one byte turned: a fuzzer's first steps, without chance.</summary>
    [Theory]
    [MemberData(nameof(Targets))]
    public void Seeds_cut_short_and_turned_go_through(string name)
    {
        const int MaxInputs = 400;
        FuzzTarget target = AllTargets.Named(name)!;
        byte[][] seeds = [.. target.Seeds()];
        int step = Math.Max(1, seeds.Sum(static seed => seed.Length) / MaxInputs);
        foreach (byte[] seed in seeds)
        {
            for (int i = 0; i < seed.Length; i += step)
            {
                Run(target, seed[..i], $"a seed cut to {i}");
                byte[] turned = [.. seed];
                turned[i] ^= (byte)(1 << (i % 8));
                Run(target, turned, $"a seed with byte {i} turned");
            }
        }
    }

    [Fact]
    public void Every_folder_belongs_to_a_target()
    {
        foreach (string folder in new[] { CorpusFolder.Corpus, CorpusFolder.Crashes }.Where(Directory.Exists))
        {
            Assert.All(
                Directory.GetDirectories(folder).Select(static path => Path.GetFileName(path)),
                static name => Assert.NotNull(AllTargets.Named(name)));
        }
    }

    private static void Replay(FuzzTarget target, string[] files)
    {
        foreach (string file in files)
        {
            Run(target, File.ReadAllBytes(file), Path.GetFileName(file));
        }
    }

    private static void Run(FuzzTarget target, byte[] input, string what)
    {
        try
        {
            Task run = Task.Run(() => target.RunGuarded(input));
            Assert.True(run.Wait(MaxRun), "It does not come to an end.");
        }
        catch (AggregateException e)
        {
            Assert.Fail($"{target.Name}, {what}: {e.InnerException}");
        }
    }
}
