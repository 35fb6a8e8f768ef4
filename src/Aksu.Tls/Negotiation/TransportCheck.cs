namespace Aksu.Tls.Negotiation;

/// <summary>What a transport must be.</summary>
internal static class TransportCheck
{
    public static void Throw(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanRead || !stream.CanWrite)
        {
            throw new ArgumentException("The transport must be readable and writable.", nameof(stream));
        }
    }
}
