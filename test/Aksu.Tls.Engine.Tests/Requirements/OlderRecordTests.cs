using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Requirements;

/// <summary>RFC 5246 §6.2.3.</summary>
public sealed class OlderRecordTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_protected_record_has_at_most_2048_bytes_more(int over)
    {
        CipherSuite suite = CipherSuite.EcdheEcdsaAes128CbcSha;
        using EnginePair pair = Shake.Hands(Older.ClientFor(suite), Older.ServerFor(suite));
        int length = (1 << 14) + 2048 + over;
        pair.Server.Take([NullRecord.ApplicationData, 3, 3, (byte)(length >> 8), (byte)length]);

        if (over == 0)
        {
            Assert.Null(pair.Server.Failure);
            Assert.Equal(5, pair.Server.Waiting);
        }
        else
        {
            Shake.AssertFailed(pair.Server, TlsReason.RecordTooLong, AlertDescription.RecordOverflow);
        }
    }
}
