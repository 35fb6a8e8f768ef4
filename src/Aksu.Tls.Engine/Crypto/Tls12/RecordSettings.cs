using Aksu.Cryptography;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Crypto.Tls12;

/// <summary>What besides the suite decides how records look.</summary>
/// <param name="Version">The negotiated version: TLS 1.2 or before.</param>
/// <param name="EncryptThenMac">Whether encrypt_then_mac was negotiated (RFC 7366); of use for CBC alone.</param>
/// <param name="Provider">Where initialization vectors come from.</param>
internal readonly record struct RecordSettings(ProtocolVersion Version, bool EncryptThenMac, CryptographyProvider Provider);
