using System.Net.Sockets;
using Aksu.Inspection.Texts;
using Aksu.Inspection.Texts.Sentences;
using Aksu.Pki;
using Aksu.Tls.Engine.Errors;

namespace Aksu.Cli.Failures;

/// <summary>What went wrong, for a person: one line that says what, why, and what to do.</summary>
internal static class FailureText
{
    private static readonly Phrase Fault = new(
        "a fault in aksu itself ({0}: {1}). Please report it.", "aksu 자체의 결함입니다({0}: {1}). 알려 주세요.");

    /// <summary>A failure of any kind, with nothing known about where it happened.</summary>
    public static CommandFailure Describe(Exception exception) => exception switch
    {
        CommandFailure failure => failure,
        TlsException { Reason: TlsReason.HandshakeTimeout } late => new CommandFailure(ExitCode.Network, TlsFailureText.Of(late), late),
        TlsException tls => new CommandFailure(ExitCode.TlsFailure, TlsFailureText.Of(tls), tls),
        SocketException socket => new CommandFailure(ExitCode.Network, NetworkFailureText.Of(socket), socket),
        IOException { InnerException: { } inner and (TlsException or SocketException or IOException) } => Describe(inner),
        IOException io => new CommandFailure(ExitCode.Network, NetworkFailureText.Of(io), io),
        CertificateException certificate => CommandFailure.Usage(LibrarySentences.Of(certificate.Message), certificate),
        ArgumentException argument => CommandFailure.Usage(LibrarySentences.Of(OptionsText(argument)), argument),
        _ => new CommandFailure(ExitCode.Fault, Fault.With(exception.GetType().Name, exception.Message), exception),
    };

    /// <summary>A failure while talking to a peer. What a command has said itself names the peer already.</summary>
    public static CommandFailure Describe(string peer, Exception exception) => Describe(Phrase.Same(peer), exception);

    /// <summary>A failure with what was tried in front.</summary>
    public static CommandFailure Describe(Phrase tried, Exception exception)
    {
        CommandFailure failure = Describe(exception);
        return failure.Code is ExitCode.TlsFailure or ExitCode.Network && exception is not CommandFailure
            ? new CommandFailure(failure.Code, At(tried, failure.Text), exception)
            : failure;
    }

    /// <summary>What happened, with the peer in front.</summary>
    public static Phrase At(string peer, Phrase text) => At(Phrase.Same(peer), text);

    private static Phrase At(Phrase tried, Phrase text) =>
        new($"{tried.English}: {InnerSentence(text.English)}", $"{tried.Korean}: {text.Korean}");

    /// <summary>A sentence that does not begin the line: "The peer …" becomes "the peer …", and "TLS …" stays.</summary>
    private static string InnerSentence(string text) =>
        text.Length > 1 && char.IsLower(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;

    /// <summary>Without the parameter's name, which belongs to programmers.</summary>
    private static string OptionsText(ArgumentException argument)
    {
        int end = argument.Message.IndexOf(" (Parameter '", StringComparison.Ordinal);
        return end < 0 ? argument.Message : argument.Message[..end];
    }
}
