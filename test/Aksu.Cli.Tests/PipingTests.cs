using System.Security.Cryptography;
using Aksu.Cli.Tests.Support;

namespace Aksu.Cli.Tests;

public sealed class PipingTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16 * 1024)]
    [InlineData(8 * 1024 * 1024 + 3)]
    public async Task Bytes_go_both_ways_unchanged(int length)
    {
        using var workshop = new Workshop();
        await using ToolServer server = await ToolServer.StartAsync("--echo", "--write-ca", workshop.File("ca.pem"));
        byte[] sent = RandomNumberGenerator.GetBytes(length);
        ToolRun run = (await Tool.RunAsync(["connect", server.Address, "--ca", workshop.File("ca.pem")], sent)).Expect(0);
        Assert.True(sent.AsSpan().SequenceEqual(run.OutputBytes), $"{run.OutputBytes.Length} bytes came back of {length}, or others.");
        Assert.Contains($"in={length} out={length}", await server.WaitForLogAsync("result=ok"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_clients_are_served_at_once()
    {
        using var workshop = new Workshop();
        await using ToolServer server = await ToolServer.StartAsync("--echo", "--write-ca", workshop.File("ca.pem"));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            byte[] sent = RandomNumberGenerator.GetBytes(256 * 1024);
            ToolRun run = (await Tool.RunAsync(["connect", server.Address, "--ca", workshop.File("ca.pem")], sent)).Expect(0);
            Assert.True(sent.AsSpan().SequenceEqual(run.OutputBytes));
        }));
    }
}
