namespace Aksu.Cryptography.Tests;

/// <summary>Every provider, so that each test runs over all of them.</summary>
public static class Providers
{
    public const string Default = "default";

    public static TheoryData<string> Names => [Default];

    public static CryptographyProvider Get(string name) => CryptographyProvider.Default;

    /// <summary>Every pair of a provider and something of it.</summary>
    public static TheoryData<string, string> With(Func<CryptographyProvider, IEnumerable<string>> entries)
    {
        var data = new TheoryData<string, string>();
        foreach (string provider in Names.Select(row => row.Data))
        {
            foreach (string entry in entries(Get(provider)))
            {
                data.Add(provider, entry);
            }
        }
        return data;
    }
}
