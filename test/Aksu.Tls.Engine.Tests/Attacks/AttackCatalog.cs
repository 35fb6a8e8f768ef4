using Aksu.Tls.Engine.Tests.Bounds;
using Aksu.Tls.Engine.Tests.Connections;
using Aksu.Tls.Engine.Tests.Records;
using Aksu.Tls.Engine.Tests.Sessions;
using Aksu.Tls.Engine.Tests.States;
using Aksu.Tls.Engine.Tests.Tls12;

namespace Aksu.Tls.Engine.Tests.Attacks;

/// <summary>
/// Which tests stand against which class of attack: those of this folder, and those that stood elsewhere before. eng/attack-proof switches
/// the defences off one by one and sees that these tests notice.
/// </summary>
public sealed class AttackCatalog
{
    private static readonly (string Attack, Type[] Tests)[] All =
    [
        ("RSA oracle: Bleichenbacher, DROWN, ROBOT", [typeof(PreMasterOracleTests)]),
        ("CBC oracle: Vaudenay, Lucky 13, POODLE", [typeof(PaddingOracleTests), typeof(RecordTests)]),
        ("downgrade by each negotiated field", [typeof(DowngradeTests), typeof(VersionNegotiationTests), typeof(VersionRangeTests)]),
        ("answers that were not offered: FREAK, Logjam", [typeof(UnofferedAnswerTests), typeof(KeyExchangeTests)]),
        ("injected change_cipher_spec", [typeof(ChangeCipherSpecTests)]),
        ("skipped states: SMACK", [typeof(StateSkippingTests), typeof(StateMessageTests)]),
        ("straddled key change", [typeof(StraddledKeyChangeTests), typeof(FlightEndTests)]),
        ("confused resumption", [typeof(ResumptionConfusionTests), typeof(ResumptionMatrixTests), typeof(NeverResumedTests)]),
        ("sessions that outlive what they stand on", [typeof(FailedConnectionTests), typeof(CertificateEndTests)]),
        ("truncation", [typeof(TruncationTests), typeof(ClosureTests)]),
        ("plaintext after keys", [typeof(PlaintextAfterKeysTests)]),
        ("renegotiation", [typeof(RenegotiationTests)]),
        ("floods: key updates, empty records, warnings, tiny fragments", [typeof(FloodTests), typeof(RecordBoundTests)]),
        ("certificate bombs and huge lists", [typeof(BombTests), typeof(MessageBoundTests), typeof(Messages.ListLimitTests)]),
        ("heartbeat", [typeof(HeartbeatTests)]),
        ("invalid points, small order", [typeof(InvalidPointTests)]),
        ("nonce reuse", [typeof(NonceReuseTests), typeof(KeyLimitTests)]),
        ("mismatch of signature scheme and curve", [typeof(SignatureMismatchTests)]),
        ("cross-protocol: ALPACA", [typeof(CrossProtocolTests)]),
    ];

    public static TheoryData<string> Attacks => new(All.Select(static entry => entry.Attack));

    [Theory]
    [MemberData(nameof(Attacks))]
    public void Every_class_of_attack_has_tests(string attack)
    {
        foreach (Type tests in All.Single(entry => entry.Attack == attack).Tests)
        {
            Assert.Contains(tests.GetMethods(), static method => method.IsDefined(typeof(FactAttribute), inherit: true));
        }
    }

    [Fact]
    public void Every_class_of_this_folder_is_listed() => Assert.Empty(
        typeof(AttackCatalog).Assembly.GetTypes()
            .Where(static type => type.Namespace == typeof(AttackCatalog).Namespace
                && type.Name.EndsWith("Tests", StringComparison.Ordinal))
            .Except(All.SelectMany(static entry => entry.Tests)));
}
