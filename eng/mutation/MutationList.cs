using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Aksu.Mutation;

/// <summary>The mutations that are made, numbered in the order of the source.</summary>
internal sealed class MutationList
{
    private readonly List<Mutation> _all = [];
    private readonly HashSet<int> _without = [];
    private readonly Dictionary<string, int> _alike = [];
    private readonly HashSet<ISymbol> _constants = new(SymbolEqualityComparer.Default);

    /// <summary>Those that the compiler takes.</summary>
    public IReadOnlyList<Mutation> All => [.. _all.Where(mutation => !_without.Contains(mutation.Id))];

    /// <summary>How many the compiler does not take: code that is wrong with them cannot come to be.</summary>
    public int Refused => _without.Count;

    /// <summary>By the name of a constant, the mutations of its value.</summary>
    public Dictionary<string, Mutation[]> Constants { get; } = [];

    /// <summary>Begins anew, with the same numbers, without those that were refused.</summary>
    public void Restart()
    {
        _all.Clear();
        _alike.Clear();
        Constants.Clear();
    }

    /// <summary>Leaves some out; true if one was in.</summary>
    public bool Refuse(IEnumerable<int> ids)
    {
        int before = _without.Count;
        _without.UnionWith(ids);
        return _without.Count > before;
    }

    public void KeepConstant(ISymbol field) => _constants.Add(field);

    public bool MustBeConstant(ISymbol field) => _constants.Contains(field);

    public Mutation? Add(MutationKind kind, string file, SyntaxNode at, string change) => Add(kind, file, at, OneLine(at), change);

    /// <summary>Null for one that was refused.</summary>
    public Mutation? Add(MutationKind kind, string file, SyntaxNode at, string original, string change)
    {
        string member = MemberOf(at);
        string name = $"{file} {member} {original} {change}";
        int number = _alike[name] = _alike.GetValueOrDefault(name) + 1;
        var mutation = new Mutation(_all.Count, kind, file, member, original, change, number);
        _all.Add(mutation);
        return _without.Contains(mutation.Id) ? null : mutation;
    }

    public static string OneLine(SyntaxNode node)
    {
        string text = string.Join(' ', node.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= 100 ? text : text[..99] + "…";
    }

    private static string MemberOf(SyntaxNode node) => node.FirstAncestorOrSelf<MemberDeclarationSyntax>() switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
        FieldDeclarationSyntax field => field.Declaration.Variables[0].Identifier.Text,
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        _ => "?",
    };
}
