using System.Reflection;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Messages.Extensions;

namespace Aksu.Tls.Engine.Tests.Messages;

/// <summary>No structure of the wire is without its case: each is cut at every byte, and each of its lengths is one off.</summary>
public sealed class WireCaseCompletenessTests
{
    // Bytes without any structure: whatever their number, they are right.
    private static readonly Type[] Unstructured = [typeof(SessionTicketExtension), typeof(PaddingExtension)];

    [Fact]
    public void Every_message_and_every_extension_has_a_case()
    {
        IEnumerable<Type> decoded = typeof(IHandshakeBody).Assembly.GetTypes()
            .Where(type => type.IsAssignableTo(typeof(IHandshakeBody)) || type.IsAssignableTo(typeof(IExtensionBody)))
            .Where(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static).Any(method => method.Name == "Decode"));
        IEnumerable<Type> cases = WireCases.All.Select(wireCase => wireCase.Decode(wireCase.Sample.Bytes).Target!.GetType());

        Assert.Equal(
            decoded.Except(Unstructured).Select(type => type.Name).Order(StringComparer.Ordinal),
            cases.Select(type => type.Name).Distinct().Order(StringComparer.Ordinal));
    }
}
