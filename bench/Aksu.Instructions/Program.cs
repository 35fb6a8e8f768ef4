using System.Globalization;
using Aksu.Instructions;
using Aksu.Tls.Engine.Registry;

// Without an argument it does nothing: so it is also what any program compiled ahead of time takes to start.
if (args is [])
{
    return 0;
}

if (args is not [var version and ("12" or "13"), var kind and ("full" or "resumed"), var text]
    || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count))
{
    Console.Error.WriteLine("Usage: Aksu.Instructions [12|13 full|resumed COUNT]");
    return 2;
}

using var handshake = new FixedHandshake(version == "13" ? ProtocolVersion.Tls13 : ProtocolVersion.Tls12, kind == "resumed");
for (int i = 0; i < count; i++)
{
    handshake.Run();
}

return 0;
