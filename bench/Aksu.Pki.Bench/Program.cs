using System.Globalization;
using System.Text.Json;
using Aksu.Cryptography;
using Aksu.Pki.Bench;

// Verification of leaf and intermediate against 150 roots, ours and the platform's X509Chain in one run.
// dotnet run -c Release --project bench/Aksu.Pki.Bench [-- --json]; exit code 1 where a target is missed.
const double WantedRatio = 5;
const double MaxAllocatedBytes = 50 * 1024;
bool asJson = args.Contains("--json");
var rows = new List<(string Keys, string What, Measurement Result)>();
foreach (KeyKind kind in (KeyKind[])[KeyKind.EcP256, KeyKind.Rsa])
{
    using var scenario = new VerificationScenario(kind);
    string keys = kind == KeyKind.Rsa ? "RSA-2048" : "ECDSA P-256";
    Measurement[] results = Measurement.Of(scenario.AksuFirstSight, scenario.AksuNewLeaf, scenario.AksuSeenBefore, scenario.Platform);
    string[] what = ["Aksu, everything new", "Aksu, new leaf, known intermediate", "Aksu, seen before", "X509Chain"];
    rows.AddRange(what.Zip(results, (name, result) => (keys, name, result)));
}

if (asJson)
{
    using Stream output = Console.OpenStandardOutput();
    using var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true });
    writer.WriteStartArray();
    foreach ((string keys, string name, Measurement result) in rows)
    {
        writer.WriteStartObject();
        writer.WriteString("keys", keys);
        writer.WriteString("what", name);
        writer.WriteNumber("microseconds", Math.Round(result.Microseconds, 2));
        writer.WriteNumber("allocatedBytes", Math.Round(result.AllocatedBytes));
        writer.WriteEndObject();
    }

    writer.WriteEndArray();
    return IsOnTarget() ? 0 : 1;
}

Console.WriteLine($"{"keys",-12} {"what",-36} {"µs",9} {"bytes",9} {"× faster",9}");
foreach ((string keys, string name, Measurement result) in rows)
{
    double platform = rows.Find(row => row.Keys == keys && row.What == "X509Chain").Result.Microseconds;
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{keys,-12} {name,-36} {result.Microseconds,9:F1} {result.AllocatedBytes,9:F0} {platform / result.Microseconds,9:F1}"));
}

bool isMet = IsOnTarget();
Console.WriteLine(
    $"target: at least {WantedRatio} × faster than X509Chain, everything new, and less than 50 KB: {(isMet ? "met" : "MISSED")}");
return isMet ? 0 : 1;

// The slowest of ours: nothing is known beforehand but the roots.
bool IsOnTarget() => rows.Where(static row => row.What == "Aksu, everything new").All(row =>
    row.Result.AllocatedBytes < MaxAllocatedBytes
    && rows.Find(other => other.Keys == row.Keys && other.What == "X509Chain").Result.Microseconds
        >= WantedRatio * row.Result.Microseconds);
