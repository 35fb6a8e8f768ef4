namespace Aksu.Cryptography.Aeads;

/// <summary>Makes a cipher from a key whose length was checked.</summary>
internal delegate Aead AeadFactory(ReadOnlySpan<byte> key);
