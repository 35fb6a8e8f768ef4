using System.Buffers.Binary;
using Aksu.Tls.Engine.KeySchedule.Tls12;

namespace Aksu.Tls.Engine.Handshake.Tls12;

/// <summary>
/// The exporter of TLS 1.2 and before (RFC 5705 §4), and the first Finished, which tls-unique is. Both stand only on a main secret that is
/// bound to the handshake: without it two connections can share them (RFC 7627 §1). It owns the master secret.
/// </summary>
internal sealed class Exporter12(MasterSecret master, Agreement agreement, byte[] firstFinished) : ConnectionExporter
{
    // The labels of the key schedule itself (RFC 5705 §4, RFC 7627 §4).
    private static readonly string[] Reserved =
        ["client finished", "server finished", "master secret", "key expansion", "extended master secret"];

    public override bool CanExport => agreement.ExtendedMainSecret;

    public override ReadOnlyMemory<byte> FirstFinished => agreement.ExtendedMainSecret ? firstFinished : default;

    public override void Export(string label, bool hasContext, ReadOnlySpan<byte> context, Span<byte> output)
    {
        if (!agreement.ExtendedMainSecret)
        {
            throw new InvalidOperationException(
                "Nothing can be exported from a connection without the extended main secret (RFC 7627 §5.4).");
        }

        if (Array.IndexOf(Reserved, label) >= 0)
        {
            throw new ArgumentException("The key schedule itself uses this label.", nameof(label));
        }

        byte[] randoms = agreement.Randoms.ClientFirst;
        if (!hasContext)
        {
            master.Export(label, randoms, output);
            return;
        }

        if (context.Length > ushort.MaxValue)
        {
            throw new ArgumentException("The context of an exporter has at most 65,535 bytes in TLS 1.2.", nameof(context));
        }

        byte[] seed = new byte[randoms.Length + sizeof(ushort) + context.Length];
        randoms.CopyTo(seed, 0);
        BinaryPrimitives.WriteUInt16BigEndian(seed.AsSpan(randoms.Length), (ushort)context.Length);
        context.CopyTo(seed.AsSpan(randoms.Length + sizeof(ushort)));
        master.Export(label, seed, output);
    }

    public override void Dispose() => master.Dispose();
}
