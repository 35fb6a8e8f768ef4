using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Messages;

/// <summary>One extension of a block, its body still undecoded (RFC 9846 §4.3).</summary>
internal readonly record struct Extension(ExtensionType Type, ReadOnlyMemory<byte> Body);
