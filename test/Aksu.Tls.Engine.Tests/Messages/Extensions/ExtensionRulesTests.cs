using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Tests.Messages.Extensions;

/// <summary>Every extension in every message, asked for and not.</summary>
public sealed class ExtensionRulesTests
{
    // RFC 9846 §4.3 as it is printed, with these additions: max_fragment_length and signed_certificate_timestamp as in RFC 8446 §4.2, the
    // extensions of TLS 1.2 and before, and SH12 for the ServerHello of those versions.
    private const string Table =
        """
        server_name                            | CH, EE, CR, SH12
        max_fragment_length                    | CH, EE, SH12
        status_request                         | CH, CR, CT, SH12
        supported_groups                       | CH, EE, SH12
        ec_point_formats                       | CH, SH12
        signature_algorithms                   | CH, CR
        use_srtp                               | CH, EE, SH12
        heartbeat                              | CH, EE, SH12
        application_layer_protocol_negotiation | CH, EE, SH12
        signed_certificate_timestamp           | CH, CR, CT, SH12
        client_certificate_type                | CH, EE, SH12
        server_certificate_type                | CH, EE, SH12
        padding                                | CH
        encrypt_then_mac                       | CH, SH12
        extended_master_secret                 | CH, SH12
        compress_certificate                   | CH, CR
        record_size_limit                      | CH, EE, SH12
        delegated_credential                   | CH, CR, CT
        session_ticket                         | CH, SH12
        pre_shared_key                         | CH, SH
        early_data                             | CH, EE, NST
        supported_versions                     | CH, SH, HRR
        cookie                                 | CH, HRR
        psk_key_exchange_modes                 | CH
        certificate_authorities                | CH, CR
        oid_filters                            | CR
        post_handshake_auth                    | CH
        signature_algorithms_cert              | CH, CR
        key_share                              | CH, SH, HRR
        quic_transport_parameters              | CH, EE
        encrypted_client_hello                 | CH, HRR, EE
        renegotiation_info                     | CH, SH12
        """;

    private static readonly Dictionary<string, ExtensionMessage> Columns = new()
    {
        ["CH"] = ExtensionMessage.ClientHello,
        ["SH"] = ExtensionMessage.ServerHello,
        ["HRR"] = ExtensionMessage.HelloRetryRequest,
        ["EE"] = ExtensionMessage.EncryptedExtensions,
        ["CT"] = ExtensionMessage.Certificate,
        ["CR"] = ExtensionMessage.CertificateRequest,
        ["NST"] = ExtensionMessage.NewSessionTicket,
        ["SH12"] = ExtensionMessage.ServerHello12,
    };

    private static readonly ExtensionMessage[] Asking =
        [ExtensionMessage.ClientHello, ExtensionMessage.CertificateRequest, ExtensionMessage.NewSessionTicket];

    [Fact]
    public void Every_extension_stands_only_where_the_table_has_it()
    {
        foreach ((ExtensionType type, ExtensionMessage[] allowed) in Rows())
        {
            foreach (ExtensionMessage message in Enum.GetValues<ExtensionMessage>())
            {
                if (allowed.Contains(message))
                {
                    ExtensionRules.Check(Block(type), message, new ExtensionSet(type));
                }
                else
                {
                    // Whether it was asked for makes no difference.
                    ExpectForbidden(type, message, new ExtensionSet(type));
                    ExpectForbidden(type, message, ExtensionSet.Empty);
                }
            }
        }
    }

    [Fact]
    public void Every_answer_that_was_not_asked_for_is_refused_but_a_cookie()
    {
        foreach ((ExtensionType type, ExtensionMessage[] allowed) in Rows())
        {
            foreach (ExtensionMessage message in allowed)
            {
                bool isCookie = type == ExtensionType.Cookie && message == ExtensionMessage.HelloRetryRequest;
                if (Asking.Contains(message) || isCookie)
                {
                    ExtensionRules.Check(Block(type), message, ExtensionSet.Empty);
                }
                else
                {
                    ExpectUnsolicited(type, message, ExtensionSet.Empty);
                }
            }
        }
    }

    [Fact]
    public void An_unknown_extension_is_ignored_in_a_question_and_refused_in_an_answer()
    {
        foreach (ExtensionType unknown in new ExtensionType[] { new(0x0a0a), new(17), new(0xffff) })
        {
            foreach (ExtensionMessage message in Enum.GetValues<ExtensionMessage>())
            {
                if (Asking.Contains(message))
                {
                    ExtensionRules.Check(Block(unknown), message, null);
                }
                else
                {
                    ExpectUnsolicited(unknown, message, new ExtensionSet(ExtensionType.ServerName));
                }
            }
        }
    }

    [Fact]
    public void The_table_has_every_named_extension()
    {
        HashSet<ExtensionType> inTable = [.. Rows().Select(row => row.Type)];
        for (int value = 0; value <= ushort.MaxValue; value++)
        {
            var type = new ExtensionType((ushort)value);
            bool isNamed = !type.ToString().StartsWith("0x", StringComparison.Ordinal);
            Assert.Equal(isNamed, inTable.Contains(type));
            Assert.Equal(isNamed, ExtensionTable.IsKnown(type));
        }
    }

    [Fact]
    public void One_bad_extension_among_good_ones_is_found()
    {
        ExtensionBlock block = ExtensionBlock.Of(
            new ServerNameAcknowledgement(), new SupportedGroups([NamedGroup.X25519]), new KeyShareRetry(NamedGroup.X25519));
        var offered = new ExtensionSet(ExtensionType.ServerName, ExtensionType.SupportedGroups, ExtensionType.KeyShare);
        Refused.With(
            AlertDescription.IllegalParameter,
            TlsReason.ForbiddenExtension,
            () => ExtensionRules.Check(block, ExtensionMessage.EncryptedExtensions, offered));
    }

    [Fact]
    public void Answers_cannot_be_checked_without_the_question() =>
        Assert.Throws<ArgumentNullException>(() => ExtensionRules.Check(ExtensionBlock.Empty, ExtensionMessage.ServerHello, null));

    [Fact]
    public void A_set_has_the_types_of_its_block_and_those_added()
    {
        ExtensionSet set = ExtensionSet.Of(Block(ExtensionType.Cookie));

        Assert.True(set.Contains(ExtensionType.Cookie));
        Assert.False(set.Contains(ExtensionType.RenegotiationInfo));
        Assert.True(set.With(ExtensionType.RenegotiationInfo).Contains(ExtensionType.RenegotiationInfo));
        Assert.True(set.With(ExtensionType.RenegotiationInfo).Contains(ExtensionType.Cookie));
        Assert.Same(set, set.With(ExtensionType.Cookie));
    }

    private static void ExpectForbidden(ExtensionType type, ExtensionMessage message, ExtensionSet offered) =>
        Refused.With(
            AlertDescription.IllegalParameter, TlsReason.ForbiddenExtension, () => ExtensionRules.Check(Block(type), message, offered));

    private static void ExpectUnsolicited(ExtensionType type, ExtensionMessage message, ExtensionSet offered) =>
        Refused.With(
            AlertDescription.UnsupportedExtension,
            TlsReason.UnsolicitedExtension,
            () => ExtensionRules.Check(Block(type), message, offered));

    private static ExtensionBlock Block(ExtensionType type) => ExtensionBlock.Of(new GreaseExtension(type, default));

    private static IEnumerable<(ExtensionType Type, ExtensionMessage[] Allowed)> Rows()
    {
        Dictionary<string, ExtensionType> byName = Enumerable.Range(0, 0x10000)
            .Select(value => new ExtensionType((ushort)value))
            .ToDictionary(type => type.ToString());
        foreach (string line in Table.Split('\n'))
        {
            string[] cells = line.Split('|', StringSplitOptions.TrimEntries);
            yield return (byName[cells[0]], [.. cells[1].Split(", ").Select(column => Columns[column])]);
        }
    }
}
