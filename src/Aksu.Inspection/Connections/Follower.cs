using Aksu.Cryptography;
using Aksu.Inspection.Fields;
using Aksu.Inspection.Texts;
using Aksu.Inspection.Texts.Sentences;
using Aksu.Pki;
using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Inspection.Connections;

/// <summary>Reads along in a handshake after its ServerHello: one class a protocol family.</summary>
internal abstract class Follower(ConnectionState state)
{
    protected ConnectionState State => state;

    /// <summary>Takes a message that came after ServerHello.</summary>
    public abstract void Take(HandshakeType type, TlsSide sender, byte[] message, Field content, StepNotes notes);

    /// <summary>Takes a change_cipher_spec record.</summary>
    public virtual void TakeChangeCipherSpec(TlsSide sender, StepNotes notes)
    {
    }

    protected void TakeCertificates(TlsSide sender, Field content, byte[] message, string name, StepNotes notes)
    {
        List<Certificate> certificates = state.CertificatesOf(sender);
        certificates.Clear();
        foreach (Field field in content.FindAll(name).Select(static field => field.Children).OfType<IReadOnlyList<Field>>()
            .Where(static children => children.Count == 2).Select(static children => children[1]))
        {
            try
            {
                certificates.Add(Certificate.Parse(message.AsSpan(field.Offset, field.Length)));
            }
            catch (CertificateException) when (IsBareKey(message.AsSpan(field.Offset, field.Length)))
            {
                state.BareKeys[sender] = message.AsMemory(field.Offset, field.Length);
                notes.Note(FindingTexts.BareKey, "RFC 7250 §3");
            }
            catch (CertificateException e)
            {
                Phrase text = FindingTexts.CertificateUnreadable.With(LibrarySentences.Of(e.Message));
                notes.Findings.Add(new Finding(FindingOutcome.Bad, text, "RFC 5280 §4.1"));
            }
        }
    }

    private static bool IsBareKey(ReadOnlySpan<byte> bytes)
    {
        try
        {
            PublicKeyInfo.Parse(bytes);
            return true;
        }
        catch (CertificateException)
        {
            return false;
        }
    }

    /// <summary>The application protocol that a server chose.</summary>
    protected void TakeProtocol(Field content)
    {
        if (content.Find("ProtocolName") is { } name)
        {
            state.Agreed = state.Agreed with { ApplicationProtocol = name.Value };
        }
    }

    protected void CheckSignature(
        TlsSide signer, SignatureScheme scheme, ReadOnlySpan<byte> content, ReadOnlySpan<byte> signature, StepNotes notes, string section)
    {
        if (SchemeRules.AlgorithmOf(scheme) is not { } algorithm || !state.TryImportKey(signer, out VerificationKey? key))
        {
            notes.Note(FindingTexts.SignatureUnchecked.With(scheme), section);
            return;
        }

        using (key)
        {
            bool isGood = key.Supports(algorithm) && key.Verify(algorithm, content, signature);
            notes.Check(isGood, FindingTexts.SignatureGood.With(scheme), FindingTexts.SignatureBad.With(scheme), section);
        }
    }
}
