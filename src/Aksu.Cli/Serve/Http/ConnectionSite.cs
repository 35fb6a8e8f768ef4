using System.Net;
using Aksu.Tls;

namespace Aksu.Cli.Serve.Http;

/// <summary>One page that tells a visitor what their connection is like.</summary>
internal sealed class ConnectionSite : IHttpSite
{
    public HttpResponse Respond(HttpRequest request, TlsConnectionInfo connection) =>
        request.Path == "/" ? HttpResponse.Page(HttpStatus.Ok, PageOf(connection)) : HttpResponse.Notice(
            HttpStatus.NotFound, "There is only one page here: /");

    private static string PageOf(TlsConnectionInfo connection) =>
        $$"""
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Aksu</title>
        <style>
          :root { color-scheme: light dark; font: 1.1rem/1.6 system-ui, sans-serif; }
          body { max-width: 34rem; margin: 4rem auto; padding: 0 1.5rem; }
          dt { opacity: .7; margin-top: .8rem; }
          dd { margin: 0; font-family: ui-monospace, monospace; overflow-wrap: anywhere; }
        </style>
        <h1>We shook hands.</h1>
        <p>This page came over a connection of its own kind:</p>
        <dl>
          <dt>Version</dt><dd>{{Text(connection.Version)}}</dd>
          <dt>Cipher suite</dt><dd>{{Text(connection.CipherSuite)}}</dd>
          <dt>Key exchange</dt><dd>{{Text(connection.Group)}}</dd>
          <dt>Signature</dt><dd>{{Text(connection.SignatureScheme)}}</dd>
          <dt>You asked for</dt><dd>{{Text(connection.ServerName)}}</dd>
          <dt>You are</dt><dd>{{Text(connection.PeerCertificate)}}</dd>
          <dt>Resumed</dt><dd>{{(connection.IsResumed ? "yes" : "no")}}</dd>
        </dl>
        </html>

        """;

    private static string Text(object? value) => WebUtility.HtmlEncode(value?.ToString() ?? "nobody in particular");
}
