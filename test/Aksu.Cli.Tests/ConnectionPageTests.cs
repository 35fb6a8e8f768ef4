using System.Text;
using Aksu.Cli.Tests.Support;

namespace Aksu.Cli.Tests;

public sealed class ConnectionPageTests
{
    [Fact]
    public async Task Tells_a_visitor_about_the_connection()
    {
        await using ToolServer server = await ToolServer.StartAsync();
        byte[] request = Encoding.ASCII.GetBytes("GET / HTTP/1.0\r\n\r\n");
        ToolRun run = (await Tool.RunAsync(["connect", server.Address, "--insecure"], request)).Expect(0);
        Assert.StartsWith("HTTP/1.1 200 OK\r\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("<dd>TLS_AES_128_GCM_SHA256</dd>", run.Output, StringComparison.Ordinal);
    }
}
