using Aksu.Timing;

// dotnet run -c Release --project eng/timing [samples]
// Give it a quiet machine and one core (taskset -c 1 …); what it prints stands in docs/threat-model.md.
int samples = args.Length > 0 ? int.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture) : 200_000;
bool isFine = true;

foreach (int blocks in new[] { 20, 64 })
{
    var cbc = new CbcTiming(blocks);
    isFine &= !cbc.BadPaddingOrBadMac().Measure(samples);
    isFine &= !cbc.ShortOrLongPadding().Measure(samples);
    isFine &= !cbc.NearLengths().Measure(samples);
}

foreach (TimingTest test in X25519Timing.Tests())
{
    isFine &= !test.Measure(samples);
}

using (var rsa = new RsaTiming())
{
    foreach (TimingTest test in rsa.Tests())
    {
        isFine &= !test.Measure(samples / 4);
    }

    // What must be seen, so that "the same" above means something.
    isFine &= rsa.Control().Measure(samples / 40);
}

isFine &= new CbcTiming(20).Control().Measure(samples);
Console.WriteLine(isFine ? "As it should be." : "NOT as it should be.");
return isFine ? 0 : 1;
