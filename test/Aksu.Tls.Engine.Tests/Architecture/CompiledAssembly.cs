using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Aksu.Tls.Engine.Tests.Architecture;

/// <summary>Which types and members a compiled assembly's types use, read from its metadata and its code.</summary>
internal sealed class CompiledAssembly : IDisposable
{
    private readonly PEReader _file;
    private readonly MetadataReader _metadata;

    public CompiledAssembly(string path)
    {
        _file = new PEReader(ImmutableArray.Create(File.ReadAllBytes(path)));
        _metadata = _file.GetMetadataReader();
    }

    /// <summary>
    /// Every use of one type by another: signatures, fields, bases and code. Nested types count as the type that they are nested in.
    /// </summary>
    public IEnumerable<TypeUse> TypeUses()
    {
        foreach (TypeDefinition type in Types())
        {
            string user = NameOf(type);
            var names = new TypeNames();
            Collect(type, names);
            foreach (string used in names.Found.Distinct())
            {
                if (used != user)
                {
                    yield return new TypeUse(user, used);
                }
            }
        }
    }

    /// <summary>Every call or field access in code.</summary>
    public IEnumerable<MemberUse> MemberUses()
    {
        foreach (TypeDefinition type in Types())
        {
            string user = NameOf(type);
            foreach (EntityHandle token in Tokens(type))
            {
                if (Member(token) is { } member)
                {
                    yield return new MemberUse(user, member.Type, member.Name);
                }
            }
        }
    }

    public void Dispose() => _file.Dispose();

    private IEnumerable<TypeDefinition> Types() => _metadata.TypeDefinitions.Select(_metadata.GetTypeDefinition);

    private void Collect(TypeDefinition type, TypeNames names)
    {
        names.Add(_metadata, type.BaseType);
        foreach (InterfaceImplementationHandle handle in type.GetInterfaceImplementations())
        {
            names.Add(_metadata, _metadata.GetInterfaceImplementation(handle).Interface);
        }

        foreach (FieldDefinitionHandle handle in type.GetFields())
        {
            _metadata.GetFieldDefinition(handle).DecodeSignature(names, null);
        }

        foreach (MethodDefinitionHandle handle in type.GetMethods())
        {
            MethodDefinition method = _metadata.GetMethodDefinition(handle);
            method.DecodeSignature(names, null);
            if (Body(method) is { LocalSignature.IsNil: false } body)
            {
                _metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(names, null);
            }
        }

        foreach (EntityHandle token in Tokens(type))
        {
            names.Add(_metadata, token);
        }
    }

    private IEnumerable<EntityHandle> Tokens(TypeDefinition type) => type.GetMethods()
        .Select(handle => Body(_metadata.GetMethodDefinition(handle)))
        .OfType<MethodBodyBlock>()
        .SelectMany(body => Instructions.Tokens(body.GetILReader()));

    private MethodBodyBlock? Body(MethodDefinition method) =>
        method.RelativeVirtualAddress == 0 ? null : _file.GetMethodBody(method.RelativeVirtualAddress);

    private (string Type, string Name)? Member(EntityHandle token)
    {
        switch (token.Kind)
        {
            case HandleKind.MethodSpecification:
                return Member(_metadata.GetMethodSpecification((MethodSpecificationHandle)token).Method);
            case HandleKind.MemberReference:
                MemberReference reference = _metadata.GetMemberReference((MemberReferenceHandle)token);
                var names = new TypeNames();
                names.Add(_metadata, reference.Parent);
                return (names.Found.FirstOrDefault() ?? "", _metadata.GetString(reference.Name));
            case HandleKind.MethodDefinition:
                MethodDefinition method = _metadata.GetMethodDefinition((MethodDefinitionHandle)token);
                return (NameOf(_metadata.GetTypeDefinition(method.GetDeclaringType())), _metadata.GetString(method.Name));
            default:
                return null;
        }
    }

    private string NameOf(TypeDefinition type) => TypeNames.NameOf(_metadata, type);
}

/// <summary>One type uses another.</summary>
internal sealed record TypeUse(string User, string Used);

/// <summary>One type calls a member of another.</summary>
internal sealed record MemberUse(string User, string Type, string Name);
