namespace Aksu.Tls.Engine.Crypto.Tls12;

/// <summary>The parts of a cipher suite (RFC 5246 §A.5).</summary>
internal sealed record SuiteRow(KeyExchangeMethod KeyExchange, ServerAuthentication Authentication, BulkCipher Cipher);
