using System.Text;

namespace Aksu.Inspection.Tests.Support;

/// <summary>A ClientHello with a server name that no honest client would send.</summary>
internal static class HelloBytes
{
    public static byte[] WithServerName(string name)
    {
        byte[] host = Encoding.UTF8.GetBytes(name);
        byte[] entry = [0, .. U16(host.Length), .. host];
        byte[] list = [.. U16(entry.Length), .. entry];
        byte[] extension = [0, 0, .. U16(list.Length), .. list];
        byte[] body = [3, 3, .. new byte[32], 0, 0, 2, 0x13, 0x01, 1, 0, .. U16(extension.Length), .. extension];
        byte[] message = [1, 0, .. U16(body.Length), .. body];
        return [22, 3, 1, .. U16(message.Length), .. message];
    }

    private static byte[] U16(int value) => [(byte)(value >> 8), (byte)value];
}
