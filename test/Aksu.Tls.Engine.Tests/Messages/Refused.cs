using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Tests.Messages;

/// <summary>Asserts that what a peer sent is refused, and why.</summary>
internal static class Refused
{
    public static void With(AlertDescription alert, TlsReason reason, Action decode)
    {
        var error = Assert.Throws<TlsException>(decode);
        Assert.Equal((reason, alert), (error.Reason, error.Alert));
    }

    public static void AsMalformed(Action decode) => Assert.Equal(AlertDescription.DecodeError, Assert.Throws<TlsException>(decode).Alert);

    public static void AsIllegal(Action decode) => With(AlertDescription.IllegalParameter, TlsReason.InvalidValue, decode);
}
