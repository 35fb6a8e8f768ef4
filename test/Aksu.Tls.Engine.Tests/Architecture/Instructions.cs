using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Aksu.Tls.Engine.Tests.Architecture;

/// <summary>Walks over the instructions of a method for the metadata tokens in them.</summary>
internal static class Instructions
{
    private const byte TwoBytePrefix = 0xfe;

    private static readonly Dictionary<ushort, OperandType> Operands = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => (ushort)code.Value, code => code.OperandType);

    public static IEnumerable<EntityHandle> Tokens(BlobReader code)
    {
        var tokens = new List<EntityHandle>();
        while (code.RemainingBytes > 0)
        {
            ushort value = code.ReadByte();
            if (value == TwoBytePrefix)
            {
                value = (ushort)((value << 8) | code.ReadByte());
            }

            switch (Operands[value])
            {
                case OperandType.InlineNone:
                    break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                    code.ReadByte();
                    break;
                case OperandType.InlineVar:
                    code.ReadInt16();
                    break;
                case OperandType.InlineI8 or OperandType.InlineR:
                    code.ReadInt64();
                    break;
                case OperandType.InlineSwitch:
                    int targets = code.ReadInt32();
                    code.Offset += targets * sizeof(int);
                    break;
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType:
                    tokens.Add((EntityHandle)MetadataTokens.Handle(code.ReadInt32()));
                    break;
                default:
                    code.ReadInt32();
                    break;
            }
        }

        return tokens;
    }
}
