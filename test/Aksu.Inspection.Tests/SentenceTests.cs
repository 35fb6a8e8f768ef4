using System.Reflection;
using System.Reflection.Emit;
using Aksu.Inspection.Tests.Support;
using Aksu.Inspection.Texts;
using Aksu.Inspection.Texts.Sentences;
using Aksu.Pki;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Inspection.Tests;

/// <summary>What the libraries say in English is known in every language: who adds or changes a sentence there hears of it here.</summary>
public sealed class SentenceTests
{
    private const BindingFlags Any = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic
        | BindingFlags.DeclaredOnly;

    /// <summary>What is no sentence: labels of formats, names of algorithms, and what only a programmer is told.</summary>
    private static readonly string[] OtherWords =
    [
        "TRUSTED CERTIFICATE", "ENCRYPTED PRIVATE KEY", "PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY", "EC PARAMETERS", "X509 CRL",
        "-----BEGIN ", "Proc-Type: 4,ENCRYPTED", "The slice does not belong to this buffer.",
    ];

    /// <summary>Where options are checked that a command line sets.</summary>
    private static readonly string[] TypesOfOptions =
    [
        "Aksu.Tls.Engine.Options.HandshakeOptions", "Aksu.Tls.Engine.Options.ClientHandshakeOptions",
        "Aksu.Tls.Engine.Options.ServerHandshakeOptions", "Aksu.Tls.Engine.Options.SuiteSelection",
        "Aksu.Tls.Engine.Options.ExternalPreSharedKey",
    ];

    private static readonly Type Fault = typeof(TlsException).Assembly.GetType("Aksu.Tls.Engine.Errors.Fault", throwOnError: true)!;

    [Fact]
    public void Every_cause_for_which_the_engine_ends_a_connection_is_known()
    {
        MethodInfo[] causes = Fault.GetMethods(BindingFlags.Static | BindingFlags.Public);
        Assert.True(causes.Length > 80);
        foreach (MethodInfo cause in causes)
        {
            object?[] values = [.. cause.GetParameters().Select(static parameter => ValueFor(parameter.ParameterType))];
            ExpectKorean(((TlsException)cause.Invoke(null, values)!).Message);
        }
    }

    [Fact]
    public void Every_alert_of_a_peer_is_known()
    {
        AlertDescription[] alerts = [.. typeof(AlertDescription).GetFields(BindingFlags.Static | BindingFlags.Public)
            .Where(static field => field.FieldType == typeof(AlertDescription))
            .Select(static field => (AlertDescription)field.GetValue(null)!)];
        Assert.True(alerts.Length > 20);
        MethodInfo received = Fault.GetMethod("AlertReceived")!;
        Assert.All(alerts, alert =>
        {
            string said = ((TlsException)received.Invoke(null, [alert])!).Message;
            ExpectKorean(said[(said.IndexOf(": ", StringComparison.Ordinal) + 2)..]);
            ExpectKorean(said);
        });
    }

    [Fact]
    public void Every_word_that_the_library_of_certificates_says_is_known()
    {
        string[] literals = [.. typeof(Verdict).Assembly.GetTypes()
            .Where(static type => !type.FullName!.StartsWith("Aksu.Pki.Reports.", StringComparison.Ordinal))
            .SelectMany(static type => type.GetMethods(Any).Concat<MethodBase>(type.GetConstructors(Any)))
            .Where(static method => method.Name is not ("PrintMembers" or "ToString"))
            .SelectMany(LiteralsOf)
            .Where(static text => text.Contains(' ', StringComparison.Ordinal) && text.Any(char.IsAsciiLetter))
            .Where(static text => !text.StartsWith("yyyy", StringComparison.Ordinal))
            .Where(static text => !text.Contains(" with SHA-", StringComparison.Ordinal))
            .Where(static text => !text.EndsWith(" with MD5", StringComparison.Ordinal))
            .Except(OtherWords)
            .Distinct()];
        Assert.True(literals.Length > 100);
        Assert.All(literals, static text => Assert.True(LibrarySentences.All.Any(sentence => sentence.Says(WithoutFile(text))), text));
    }

    [Fact]
    public void Every_word_about_options_that_do_not_fit_is_known()
    {
        string[] literals = [.. typeof(TlsException).Assembly.GetTypes()
            .Where(static type => TypesOfOptions.Any(name => type.FullName!.StartsWith(name, StringComparison.Ordinal)))
            .SelectMany(static type => type.GetMethods(Any).Concat<MethodBase>(type.GetConstructors(Any)))
            .Where(static method => method.Name is not ("PrintMembers" or "ToString"))
            .SelectMany(LiteralsOf)
            .Where(static text => text.Contains(' ', StringComparison.Ordinal) && text.Any(char.IsAsciiLetter))
            .Distinct()];
        Assert.True(literals.Length > 15);
        Assert.All(literals, static text => Assert.True(LibrarySentences.All.Any(sentence => sentence.Says(text)), text));
    }

    [Fact]
    public void Whatever_is_wrong_in_a_certificate_is_said_in_korean()
    {
        byte[] der = SampleCapture.Decode("tls13").ServerCertificates[0].Der.ToArray();
        var said = new HashSet<string>();
        for (int at = 0; at < der.Length; at++)
        {
            foreach (byte change in (byte[])[0x01, 0x20, 0x80, 0xff])
            {
                byte[] changed = [.. der];
                changed[at] ^= change;
                said.UnionWith(ErrorOf(changed));
            }

            said.UnionWith(ErrorOf(der[..at]));
        }

        Assert.True(said.Count > 10);
        Assert.All(said, static text =>
        {
            ExpectKorean(text);
            Assert.DoesNotMatch("[a-z]+ [a-z]+ [a-z]+", LibrarySentences.Of(text).Korean);
        });
    }

    [Fact]
    public void Every_sentence_is_recognised_as_itself_with_its_values()
    {
        foreach (Sentence sentence in LibrarySentences.All)
        {
            Phrase said = sentence.Phrase.With("Alpha", "Beta", "Gamma");
            Assert.Contains(said.Korean, static c => c is >= '가' and <= '힣');
            Assert.DoesNotContain(said.English, static c => c is >= '가' and <= '힣');
            Assert.Equal(said, LibrarySentences.Of(said.English));
            foreach (string value in (string[])["Alpha", "Beta", "Gamma"])
            {
                bool isSaid = said.English.Contains(value, StringComparison.Ordinal);
                Assert.Equal(isSaid, said.Korean.Contains(value, StringComparison.Ordinal));
            }
        }
    }

    [Theory]
    [InlineData("CN=a: b: is not for localhost but for nobody", "CN=a: b: localhost의 인증서가 아니라 아무 이름도 없음의 인증서임")]
    [InlineData(
        "whether it is revoked is not known: the peer stapled no OCSP response", "폐기 여부를 확인하지 않음: 상대가 OCSP 응답을 함께 보내지 않음")]
    [InlineData("nobody ever said this", "nobody ever said this")]
    [InlineData("", "")]
    public void Names_in_front_stay_sentences_in_sentences_are_found_and_others_are_left(string said, string korean) =>
        Assert.Equal(new Phrase(said, korean), LibrarySentences.Of(said));

    /// <summary>The name of a file stands in front of some.</summary>
    private static string WithoutFile(string text) => text.StartsWith(": ", StringComparison.Ordinal) ? text[2..] : text;

    private static string[] ErrorOf(byte[] der)
    {
        try
        {
            Certificate.Parse(der);
            return [];
        }
        catch (CertificateException e)
        {
            return [e.Message];
        }
    }

    private static void ExpectKorean(string said)
    {
        Phrase phrase = LibrarySentences.Of(said);
        Assert.Equal(said, phrase.English);
        Assert.True(phrase.Korean.Any(static c => c is >= '가' and <= '힣'), said);
    }

    private static object? ValueFor(Type type) =>
        type == typeof(string) ? "Alpha"
        : type == typeof(Exception) ? new InvalidOperationException()
        : Activator.CreateInstance(type);

    /// <summary>The texts in a method's code: the operation that loads one is one byte, and a text's number has 0x70 in front.</summary>
    private static IEnumerable<string> LiteralsOf(MethodBase method)
    {
        const byte TextNumbers = 0x70;
        byte[] code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (int at = 0; at + 4 < code.Length; at++)
        {
            if (code[at] == OpCodes.Ldstr.Value && code[at + 4] == TextNumbers)
            {
                yield return method.Module.ResolveString(BitConverter.ToInt32(code, at + 1));
            }
        }
    }
}
