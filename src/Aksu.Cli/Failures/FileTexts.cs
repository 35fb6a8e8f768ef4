using Aksu.Inspection;
using Aksu.Inspection.Texts;

namespace Aksu.Cli.Failures;

/// <summary>What can go wrong with a file that was named.</summary>
internal static class FileTexts
{
    public static readonly Phrase NoFile = new("there is no such file. Check the path.", "그런 파일이 없습니다. 경로를 확인하세요.");
    public static readonly Phrase NoFolder = new("there is no such folder. Check the path.", "그런 폴더가 없습니다. 경로를 확인하세요.");
    public static readonly Phrase IsFolder = new("it is a folder, and a file is needed.", "폴더입니다. 파일을 지정해야 합니다.");
    public static readonly Phrase NotAllowed = new(
        "this user may not open it. Check its permissions.", "이 사용자는 열 수 없습니다. 권한을 확인하세요.");
    public static readonly Phrase NotRead = new(
        "it cannot be read or written, says the system: {0}", "읽거나 쓸 수 없습니다. 시스템의 설명: {0}");

    /// <summary>An option, the file that it names, and what is wrong with it.</summary>
    public static Phrase Of(string option, string path, Phrase what) =>
        new($"{option} {path}: {what.English}", $"{option} {path}: {what.Korean}");

    /// <summary>The same of an input that cannot be shown; its reason has no full stop.</summary>
    public static Phrase Of(string option, string path, UnreadableInputException error) =>
        Of(option, path, new Phrase(error.Reason.English + ".", error.Reason.Korean + "."));
}
