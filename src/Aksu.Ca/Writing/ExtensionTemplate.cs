namespace Aksu.Ca.Writing;

/// <summary>One extension to write.</summary>
/// <param name="Oid">Dotted identifier.</param>
/// <param name="IsCritical">Whether it is critical.</param>
/// <param name="Value">DER content of extnValue; null in an override leaves the extension out.</param>
internal sealed record ExtensionTemplate(string Oid, bool IsCritical, byte[]? Value);
