using System.Security.Cryptography;
using System.Text;
using Aksu.Cryptography;
using Aksu.Pki;

namespace Aksu.Ca.Storage;

/// <summary>Writes private keys to files that only the owner may read, and wipes what it held on the way.</summary>
internal static class KeyFile
{
    public static void Write(string path, Secret privateKeyInfo, string? passphrase)
    {
        char[] pem = Pem.WritePrivateKey(privateKeyInfo.Span, passphrase);
        byte[] bytes = new byte[pem.Length + 1];
        try
        {
            Encoding.ASCII.GetBytes(pem, bytes);
            bytes[^1] = (byte)'\n';
            AtomicFile.Write(path, bytes, isPublic: false);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
            Array.Clear(pem);
        }
    }
}
