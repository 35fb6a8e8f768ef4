using Aksu.Fuzz.Memory;

namespace Aksu.Fuzz.Tests;

public sealed class GuardedMemoryTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4095)]
    [InlineData(4096)]
    [InlineData(4097)]
    public void Holds_what_it_was_given(int length)
    {
        byte[] content = [.. Enumerable.Range(0, length).Select(static i => (byte)i)];

        using var memory = new GuardedMemory(content);

        Assert.Equal(content, memory.Memory.ToArray());
    }

    [Fact]
    public unsafe void Ends_where_a_page_begins()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Pages are guarded on Linux only.");
        using var memory = new GuardedMemory(new byte[10]);
        fixed (byte* start = memory.GetSpan())
        {
            Assert.Equal(0u, (nuint)(start + 10) % (nuint)Environment.SystemPageSize);
        }
    }
}
