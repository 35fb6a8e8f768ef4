using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages;

/// <summary>Lists of two-byte code points (RFC 9846 §3.4): suites, groups, schemes, versions.</summary>
internal static class CodePointList
{
    /// <summary>Reads all that is left of <paramref name="list"/>; an odd length is a decode_error.</summary>
    public static T[] Read<T>(ref WireReader list, string structure, int limit, Func<ushort, T> of)
    {
        int count = list.Remaining / sizeof(ushort);
        if (count * sizeof(ushort) != list.Remaining)
        {
            throw Fault.LengthOutOfRange(structure);
        }

        if (count > limit)
        {
            throw Fault.TooManyEntries(structure, limit);
        }

        var entries = new T[count];
        for (int i = 0; i < count; i++)
        {
            entries[i] = of(list.ReadUInt16());
        }

        return entries;
    }
}
