using System.Formats.Asn1;
using System.Net;
using Aksu.Ca.Writing;

namespace Aksu.Pki.Tests.Building;

/// <summary>
/// Writes nameConstraints from short texts, several of them with spaces between: <c>example.com</c>, <c>192.0.2.0/24</c>,
/// <c>email:example.com</c>, <c>uri:.example.com</c>, <c>other:1.2.3</c>, <c>directory:CN</c>. Nothing is checked.
/// </summary>
internal static class Constraints
{
    private const string Oid = "2.5.29.30";

    public static ExtensionTemplate Of(string? permitted, string? excluded, bool isCritical = true)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            Write(writer, 0, permitted);
            Write(writer, 1, excluded);
        }

        return new ExtensionTemplate(Oid, isCritical, writer.Encode());
    }

    private static void Write(AsnWriter writer, int tag, string? subtrees)
    {
        if (subtrees is null)
        {
            return;
        }

        using (writer.PushSequence(Tags.Constructed(tag)))
        {
            foreach (string subtree in subtrees.Split(' '))
            {
                using (writer.PushSequence())
                {
                    WriteOne(writer, subtree);
                }
            }
        }
    }

    private static void WriteOne(AsnWriter writer, string subtree)
    {
        if (IPNetwork.TryParse(subtree, out IPNetwork network))
        {
            byte[] mask = new byte[network.BaseAddress.GetAddressBytes().Length];
            for (int i = 0; i < network.PrefixLength; i++)
            {
                mask[i / 8] |= (byte)(0x80 >> (i % 8));
            }

            writer.WriteOctetString([.. network.BaseAddress.GetAddressBytes(), .. mask], Tags.Primitive(7));
            return;
        }

        int colon = subtree.IndexOf(':', StringComparison.Ordinal);
        string value = subtree[(colon + 1)..];
        switch (subtree[..Math.Max(colon, 0)])
        {
            case "directory":
                using (writer.PushSequence(Tags.Constructed(4)))
                {
                    writer.WriteEncodedValue(SubjectName.Write(value));
                }

                break;
            case "other":
                using (writer.PushSequence(Tags.Constructed(0)))
                {
                    writer.WriteObjectIdentifier(value);
                    using (writer.PushSequence(Tags.Constructed(0)))
                    {
                        writer.WriteNull();
                    }
                }

                break;
            case var kind:
                int tag = kind switch { "email" => 1, "uri" => 6, _ => 2 };
                writer.WriteCharacterString(UniversalTagNumber.IA5String, value, Tags.Primitive(tag));
                break;
        }
    }
}
