using System.CommandLine;
using Aksu.Cli.Explain;
using Aksu.Cli.Failures;
using Aksu.Cli.Settings;
using Aksu.Cli.Terminal;
using Aksu.Inspection.Connections;
using Aksu.Inspection.Texts;
using Aksu.Pki;
using Aksu.Tls;
using Aksu.Tls.Engine.Errors;

namespace Aksu.Cli.Connect;

/// <summary>Shows a connection of <c>aksu connect</c>, whether it came about or not.</summary>
internal sealed class ConnectShow(
    ShowOptions show, ParseResult line, ConnectionRecorder recorder, RecordingStream recording, HostAndPort target)
{
    private Verdict? _verdict;
    private bool _isShown;

    /// <summary>The handshake is done: whoever sits at a terminal sees it now, and not after the last byte.</summary>
    public void Established(TlsConnectionInfo info)
    {
        _verdict = info.Verdict;
        if (!Console.IsInputRedirected)
        {
            Show(failure: null);
        }
    }

    /// <summary>The connection is over.</summary>
    public void Ended()
    {
        if (!_isShown)
        {
            Show(failure: null);
        }
    }

    /// <summary>There is no connection, or it broke: the step where it did is shown, with the reason.</summary>
    public void Failed(Exception exception)
    {
        if (!_isShown)
        {
            Exception cause = exception is CommandFailure { InnerException: { } inner } ? inner : exception;
            _verdict ??= (cause as TlsException)?.Verdict;
            Show(FailureText.Describe(target.ToString(), exception).Text);
        }
    }

    private void Show(Phrase? failure)
    {
        _isShown = true;
        var outcome = new ConnectionOutcome { ServerVerdict = _verdict, Failure = failure };
        show.Show(line, recorder.ToTrace(recording, $"aksu connect {target}", outcome), Screen.ForError(Screen.WideWidth));
    }
}
