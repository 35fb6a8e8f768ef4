namespace Aksu.BogoShim.Configuration;

/// <summary>ALPN names as the runner writes them: one byte for the length, then the name, again and again.</summary>
internal static class ProtocolList
{
    public static IReadOnlyList<string> Parse(string list)
    {
        var names = new List<string>();
        for (int at = 0; at < list.Length; at += 1 + list[at])
        {
            names.Add(list.Substring(at + 1, list[at]));
        }

        return names;
    }
}
