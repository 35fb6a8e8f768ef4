using Aksu.Cli.Failures;
using Aksu.Tls;

namespace Aksu.Cli.Serve.Http;

/// <summary>Serves the files of a folder, and nothing outside of it.</summary>
internal sealed class FolderSite : IHttpSite
{
    private const string IndexName = "index.html";

    private readonly string _root;

    private FolderSite(string root) => _root = root;

    /// <summary>A site of this folder.</summary>
    /// <exception cref="CommandFailure">There is no such folder.</exception>
    public static FolderSite Open(string option, string folder) =>
        Directory.Exists(folder) && RealPath.Of(folder) is { } root
            ? new FolderSite(root)
            : throw CommandFailure.Usage(FileTexts.Of(option, folder, FileTexts.NoFolder));

    public HttpResponse Respond(HttpRequest request, TlsConnectionInfo connection)
    {
        if (SitePath.Names(request.Path) is not { } names || SitePath.Find(_root, names) is not { } found)
        {
            return HttpResponse.Notice(HttpStatus.NotFound, "There is no such file here.");
        }

        bool isFolder = Directory.Exists(found);
        if (isFolder != request.Path.EndsWith('/'))
        {
            return isFolder
                ? HttpResponse.MovedTo(request.Path + "/")
                : HttpResponse.Notice(HttpStatus.NotFound, "There is no such folder here.");
        }

        if (!isFolder)
        {
            return Open(found);
        }

        return SitePath.Find(_root, [.. names, IndexName]) is { } index && !Directory.Exists(index)
            ? Open(index)
            : HttpResponse.Notice(HttpStatus.NotFound, $"This folder has no {IndexName}, and folders are not listed.");
    }

    private static HttpResponse Open(string path)
    {
        string contentType = ContentTypes.Of(path);
        try
        {
            // Opening a device or a named pipe could block for ever. They have no length; and an empty file needs no opening.
            if (new FileInfo(path).Length == 0)
            {
                return HttpResponse.Of(Stream.Null, 0, contentType);
            }

            var file = new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, useAsync: true);
            return HttpResponse.Of(file, file.Length, contentType);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return HttpResponse.Notice(HttpStatus.NotFound, "There is no such file here.");
        }
    }
}
