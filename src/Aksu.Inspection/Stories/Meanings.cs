using Aksu.Inspection.Texts;
using Aksu.Inspection.Texts.Sentences;
using Aksu.Tls.Engine.Errors;

namespace Aksu.Inspection.Stories;

/// <summary>Finds the meaning of a step, and what in it is worth telling.</summary>
internal static class Meanings
{
    private static readonly Dictionary<string, (Phrase Name, string Field)[]> FactsOfMessages = new()
    {
        ["ClientHello"] =
        [
            (StoryTexts.Name, "host_name"), (StoryTexts.Versions, "supported_versions"), (StoryTexts.Suites, "cipher_suites"),
            (StoryTexts.Groups, "supported_groups"), (StoryTexts.Protocols, "application_layer_protocol_negotiation"),
            (StoryTexts.Random, "random"), (StoryTexts.PublicValue, "key_exchange"),
        ],
        ["HelloRetryRequest"] = [(StoryTexts.Group, "key_share")],
        ["ServerHello"] =
        [
            (StoryTexts.Version, "supported_versions"), (StoryTexts.Suite, "cipher_suite"), (StoryTexts.Group, "group"),
            (StoryTexts.Random, "random"), (StoryTexts.PublicValue, "key_exchange"),
        ],
        ["EncryptedExtensions"] = [(StoryTexts.Protocols, "application_layer_protocol_negotiation")],
        ["CertificateVerify"] = [(StoryTexts.Scheme, "algorithm"), (StoryTexts.Signature, "signature")],
        ["ServerKeyExchange"] =
        [
            (StoryTexts.Group, "namedcurve"), (StoryTexts.PublicValue, "public"), (StoryTexts.PublicValue, "dh_Ys"),
            (StoryTexts.Scheme, "algorithm"), (StoryTexts.Signature, "signature"),
        ],
        ["ClientKeyExchange"] =
        [
            (StoryTexts.Identity, "psk_identity"), (StoryTexts.PublicValue, "ecdh_Yc"), (StoryTexts.PublicValue, "dh_Yc"),
            (StoryTexts.EncryptedSecret, "EncryptedPreMasterSecret"),
        ],
        ["Finished"] = [(StoryTexts.Seal, "verify_data")],
        ["NewSessionTicket"] = [(StoryTexts.Lifetime, "ticket_lifetime"), (StoryTexts.Lifetime, "ticket_lifetime_hint")],
        ["close_notify"] = [(StoryTexts.Level, "level")],
    };

    /// <summary>What a step means.</summary>
    public static Phrase Of(TracedStep step, TracedConnection connection) => step.Kind switch
    {
        StepKind.ChangeCipherSpec => IsTls13(connection) ? StoryTexts.ChangeCipherSpec13 : StoryTexts.ChangeCipherSpec12,
        StepKind.Alert => step.Name == "close_notify" ? StoryTexts.CloseNotify : StoryTexts.Alert,
        StepKind.ApplicationData => StoryTexts.ApplicationData,
        StepKind.Encrypted => StoryTexts.Encrypted,
        StepKind.Unknown => StoryTexts.NotTls,
        _ => OfMessage(step, connection),
    };

    /// <summary>What a step is called: what the standards name has its name, the rest is called in words.</summary>
    public static Phrase TitleOf(TracedStep step) => step.Kind switch
    {
        StepKind.ApplicationData => StoryTexts.ApplicationDataTitle,
        StepKind.Encrypted => StoryTexts.EncryptedTitle,
        StepKind.Unknown => StoryTexts.NotTlsTitle,
        StepKind.Handshake => step.Content.Title,
        _ => Phrase.Same(step.Name),
    };

    /// <summary>What is worth telling of what it says.</summary>
    public static IEnumerable<StoryFact> FactsOf(TracedStep step, TracedConnection connection)
    {
        if (step.Name == "Certificate")
        {
            return CertificateFacts(step.Sender == TlsSide.Server ? connection.ServerCertificates : connection.ClientCertificates);
        }

        if (step.Kind == StepKind.ApplicationData)
        {
            return DataFacts(step, connection);
        }

        return step.Kind == StepKind.Unknown ? [new StoryFact(StoryTexts.Text, step.Content.Value)]
            : FactsOfMessages.TryGetValue(step.Name, out (Phrase Name, string Field)[]? rows) ? FieldFacts(step, rows) : [];
    }

    private static bool IsTls13(TracedConnection connection) => connection.Agreed.Version == "TLS 1.3";

    private static Phrase OfMessage(TracedStep step, TracedConnection connection) => step.Name switch
    {
        "ClientHello" => connection.Steps.Any(other => other.Name == "HelloRetryRequest" && other.Number < step.Number)
            ? StoryTexts.RetriedHello
            : StoryTexts.ClientHello,
        "HelloRetryRequest" => StoryTexts.HelloRetryRequest,
        "ServerHello" => IsTls13(connection) ? StoryTexts.ServerHello13 : StoryTexts.ServerHello12,
        "EncryptedExtensions" => StoryTexts.EncryptedExtensions,
        "CertificateRequest" => StoryTexts.CertificateRequest,
        "Certificate" or "CompressedCertificate" =>
            step.Sender == TlsSide.Server ? StoryTexts.ServerCertificate : StoryTexts.ClientCertificate,
        "CertificateVerify" => StoryTexts.CertificateVerify,
        "CertificateStatus" => StoryTexts.CertificateStatus,
        "ServerKeyExchange" => StoryTexts.ServerKeyExchange,
        "ServerHelloDone" => StoryTexts.ServerHelloDone,
        "ClientKeyExchange" when step.Content.Find("EncryptedPreMasterSecret") is not null => StoryTexts.ClientKeyExchangeRsa,
        "ClientKeyExchange" => StoryTexts.ClientKeyExchange,
        "Finished" => StoryTexts.Finished,
        "NewSessionTicket" => StoryTexts.NewSessionTicket,
        "KeyUpdate" => StoryTexts.KeyUpdate,
        "EndOfEarlyData" => StoryTexts.EndOfEarlyData,
        "HelloRequest" => StoryTexts.HelloRequest,
        _ => StoryTexts.OtherMessage,
    };

    private static IEnumerable<StoryFact> FieldFacts(TracedStep step, (Phrase Name, string Field)[] rows)
    {
        foreach ((Phrase name, string field) in rows)
        {
            // Of several key shares the longest: the others are there to keep servers tolerant.
            if (step.Content.FindAll(field).MaxBy(static candidate => candidate.Length) is { Value.Length: > 0 } found)
            {
                yield return new StoryFact(name, found.Text);
            }
        }
    }

    private static IEnumerable<StoryFact> CertificateFacts(IReadOnlyList<Pki.Certificate> certificates)
    {
        foreach (Pki.Certificate certificate in certificates)
        {
            yield return new StoryFact(
                StoryTexts.Certificate, certificate.Subject.IsEmpty ? certificate.ToString() : certificate.Subject.ToString());
            yield return new StoryFact(StoryTexts.IssuedBy, certificate.Issuer.ToString());
            yield return new StoryFact(StoryTexts.PublicKey, LibrarySentences.Of(certificate.PublicKey));
        }
    }

    private static IEnumerable<StoryFact> DataFacts(TracedStep step, TracedConnection connection)
    {
        TracedRecord record = connection.Records[step.Records[^1]];
        yield return new StoryFact(StoryTexts.Text, step.Content.Value);
        yield return new StoryFact(StoryTexts.Ciphertext, Fields.FieldText.Hex(record.Bytes.Span[Tls.Engine.Wire.RecordHeader.Size..]));
        if (step.ProtectedBy is { } key)
        {
            yield return new StoryFact(StoryTexts.Key, key);
        }

        if (record.Nonce is { } nonce)
        {
            yield return new StoryFact(StoryTexts.Nonce, Convert.ToHexStringLower(nonce.Span));
        }
    }
}
