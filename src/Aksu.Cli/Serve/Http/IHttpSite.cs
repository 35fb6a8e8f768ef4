using Aksu.Tls;

namespace Aksu.Cli.Serve.Http;

/// <summary>Answers requests.</summary>
internal interface IHttpSite
{
    /// <summary>The answer to a request for a path. The caller disposes of it. Called from several threads.</summary>
    HttpResponse Respond(HttpRequest request, TlsConnectionInfo connection);
}
