namespace Aksu.Cryptography.Composition;

/// <summary>Makes a cipher from a key whose length was checked.</summary>
internal delegate Aead AeadFactory(ReadOnlySpan<byte> key);
