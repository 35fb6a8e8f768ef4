using System.Runtime.CompilerServices;
using Aksu.Cryptography;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Connections;
using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.KeySchedule;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Tests.Support;

/// <summary>
/// Puts an engine where it would come to after millions of records: at the last that its key protects, or at its last key.
/// </summary>
internal static class UsedUpKey
{
    /// <summary>The next record that this engine receives is one too many.</summary>
    public static void OfReceiver(TlsEngine engine)
    {
        ReceiveHalf receive = Receive(engine);
        receive.SetOpener(new Opener(), receive.RequireAligned());
    }

    /// <summary>The next record that this engine sends in TLS 1.2 (null provider) is one too many, unless it is an alert.</summary>
    public static void OfSender(TlsEngine engine) => Send(engine).SetSealer(new Sealer());

    /// <summary>This engine's key for sending has no successor.</summary>
    public static void OfKeys(TlsEngine engine)
    {
        Suite13 suite = Suite13.Resolve(engine.Parameters!.CipherSuite, NullCryptography.Provider)!;
        Send(engine).SetSecret(new TrafficSecret(suite, new Secret(suite.Hash.Size), TrafficSecret.LastGeneration));
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_receive")]
    private static extern ref ReceiveHalf Receive(TlsEngine engine);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_send")]
    private static extern ref SendHalf Send(TlsEngine engine);

    private sealed class Sealer : RecordSealer
    {
        public override int Overhead => NullRecord12.Protected(0, []).Length;

        public override bool CanPad => false;

        public override ulong RecordLimit => 0;

        public override int Seal(ContentType type, ReadOnlySpan<byte> plaintext, int paddingLength, Span<byte> destination)
        {
            byte[] record = NullRecord12.Protected(type.Value, plaintext);
            record.CopyTo(destination);
            return record.Length;
        }

        public override void Dispose()
        {
            // Nothing is held.
        }
    }

    private sealed class Opener : RecordOpener
    {
        public override int MaxExpansion => 256;

        public override bool HidesContentType => false;

        public override ulong RecordLimit => 0;

        public override bool TryOpen(
            ReadOnlySpan<byte> header, Span<byte> fragment, out ContentType type, out Span<byte> content, out int innerLength) =>
            throw new InvalidOperationException("A record was opened past the limit.");

        public override void Dispose()
        {
            // Nothing is held.
        }
    }
}
