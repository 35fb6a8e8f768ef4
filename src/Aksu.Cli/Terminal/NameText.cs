using Aksu.Pki;

namespace Aksu.Cli.Terminal;

/// <summary>A name of a certificate as people write it: host names and addresses without their kind in front.</summary>
internal static class NameText
{
    public static string Of(GeneralName name)
    {
        string text = name.ToString();
        return name.Kind is GeneralNameKind.Dns or GeneralNameKind.IpAddress or GeneralNameKind.Email
            ? text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..]
            : text;
    }
}
