using System.Text;
using Aksu.Cryptography.Keys;

namespace Aksu.Cryptography.LibCrypto;

/// <summary>A finite field of RFC 7919.</summary>
internal sealed unsafe class LibCryptoFiniteField : LibCryptoGroup
{
    private readonly FiniteFieldGroup _group;
    private readonly Lazy<nint> _template;

    public LibCryptoFiniteField(FiniteFieldGroup group)
        : base(group.Name, group.Size, group.Size)
    {
        _group = group;
        _template = new Lazy<nint>(MakeTemplate);
    }

    public override ReadOnlyMemory<byte> Prime => _group.Prime;

    protected override nint NewGenerator() => NewGenerator(_template.Value);

    protected override bool HasValidForm(ReadOnlySpan<byte> peer) => _group.IsValidPublicValue(peer);

    protected override nint ReadPeer(byte* peer) => ReadPeer(_template.Value, peer);

    /// <summary>The secret keeps its leading zeros.</summary>
    protected override bool PrepareDerivation(nint context) => NativeMethods.EVP_PKEY_CTX_set_dh_pad(context, 1) == 1;

    private nint MakeTemplate() => MakeTemplate([.. "DH"u8, 0], [.. Encoding.ASCII.GetBytes(_group.Name), 0]);
}
