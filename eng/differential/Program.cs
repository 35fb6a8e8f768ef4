using System.Globalization;
using Aksu.Differential;

// Usage: dotnet run -c Release --project eng/differential [number of inputs, a million by default]
long inputs = args is [var text, ..] ? long.Parse(text, CultureInfo.InvariantCulture) : 1_000_000;
int seed = Environment.TickCount;
Console.WriteLine($"Seed {seed}");
long wrong = AesGcmRun.Run(inputs, new Random(seed))
    + X25519Run.Run(Math.Max(1, inputs / 100), new Random(seed))
    + X25519Run.RunWithLibCrypto(inputs);
Console.WriteLine(wrong == 0 ? "No difference." : $"{wrong} differences.");
return wrong == 0 ? 0 : 1;
