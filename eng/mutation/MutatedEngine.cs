using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Aksu.Mutation;

/// <summary>Builds the engine with all mutations in it, each behind its switch.</summary>
internal sealed class MutatedEngine
{
    private const int MaxRounds = 20;
    private static readonly string[] Generated = ["Aksu.Tls.Engine.GlobalUsings.g.cs", "Aksu.Tls.Engine.AssemblyInfo.cs"];
    private static readonly CSharpParseOptions Language =
        new(LanguageVersion.Preview, preprocessorSymbols: ["TRACE", "NET", "NET10_0", "NET10_0_OR_GREATER", "NET9_0_OR_GREATER"]);

    private readonly string _source;
    private readonly string[] _folders;
    private readonly CSharpCompilation _original;
    private readonly SyntaxTree[] _extra;

    /// <param name="source">The folder of the engine's project, which was built.</param>
    /// <param name="folders">Those of its folders in which there are mutations.</param>
    /// <param name="references">A folder with what it refers to.</param>
    public MutatedEngine(string source, string[] folders, string references)
    {
        _source = source;
        _folders = folders;
        SyntaxTree[] trees =
        [
            .. Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
                .Where(file => !Relative(file).StartsWith("obj/", StringComparison.Ordinal)
                    && !Relative(file).StartsWith("bin/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(Parse),
        ];
        string generated = Path.Combine(source, "obj/Debug/net10.0");
        _extra =
        [
            .. Generated.Select(name => Parse(Path.Combine(generated, name))),
            CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Mutant.cs")), Language, "Mutant.cs"),
        ];
        string[] platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        string runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        _original = CSharpCompilation.Create(
            "Aksu.Tls.Engine",
            [.. trees, .. _extra],
            [
                .. platform.Where(file => Path.GetDirectoryName(file) == runtime).Select(file => MetadataReference.CreateFromFile(file)),
                MetadataReference.CreateFromFile(Path.Combine(references, "Aksu.Cryptography.dll")),
            ],
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                optimizationLevel: OptimizationLevel.Release,
                nullableContextOptions: NullableContextOptions.Enable));
    }

    public MutationList Mutations { get; } = new();

    /// <summary>Writes the assembly. Mutations that the compiler refuses are taken out until it is content.</summary>
    /// <exception cref="InvalidDataException">The source itself does not compile.</exception>
    public void Build(string assembly)
    {
        KeepConstants();
        for (int round = 0; round < MaxRounds; round++)
        {
            CSharpCompilation mutated = Mutated();
            Diagnostic[] errors = [.. mutated.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
            if (errors.Length == 0)
            {
                using FileStream output = File.Create(assembly);
                if (mutated.Emit(output) is { Success: false } result)
                {
                    throw new InvalidDataException(string.Join('\n', result.Diagnostics));
                }

                return;
            }

            bool isLess = false;
            foreach (Diagnostic error in errors)
            {
                isLess |= Refuse(error);
            }

            if (!isLess)
            {
                throw new InvalidDataException(string.Join('\n', errors.Select(static error => error.ToString())));
            }
        }

        throw new InvalidDataException("The compiler is never content.");
    }

    private CSharpCompilation Mutated()
    {
        Mutations.Restart();
        CSharpCompilation mutated = _original;
        foreach (SyntaxTree tree in _original.SyntaxTrees.Where(tree => IsMutated(tree.FilePath)))
        {
            var writer = new MutantWriter(_original.GetSemanticModel(tree), Relative(tree.FilePath), Mutations);
            SyntaxNode root = writer.Visit(tree.GetRoot())!;
            mutated = mutated.ReplaceSyntaxTree(tree, tree.WithRootAndOptions(root, Language));
        }

        return mutated;
    }

    // An error stands in the mutation that makes it, or near by: then all mutations of the member go.
    private bool Refuse(Diagnostic error)
    {
        SyntaxNode root = error.Location.SourceTree!.GetRoot();
        SyntaxNode node = root.FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true);
        bool isNew = false;
        foreach (IdentifierNameSyntax name in node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
        {
            foreach ((string constant, Mutation[] mutations) in Mutations.Constants)
            {
                if (constant.EndsWith("." + name.Identifier.Text, StringComparison.Ordinal))
                {
                    isNew |= Mutations.Refuse(mutations.Select(static mutation => mutation.Id));
                }
            }
        }

        if (isNew)
        {
            return true;
        }

        if (node.AncestorsAndSelf().FirstOrDefault(static outer => outer.HasAnnotations(MutantWriter.Mark)) is { } marked
            && Mutations.Refuse(Ids(marked)))
        {
            return true;
        }

        MemberDeclarationSyntax? member = node.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        if (member is null)
        {
            return false;
        }

        Console.WriteLine($"left out: {Relative(error.Location.SourceTree.FilePath)}, {error.GetMessage(CultureInfo.InvariantCulture)}");
        return Mutations.Refuse(member.DescendantNodesAndSelf().SelectMany(Ids));
    }

    private static IEnumerable<int> Ids(SyntaxNode node) =>
        node.GetAnnotations(MutantWriter.Mark).Select(static mark => int.Parse(mark.Data!, CultureInfo.InvariantCulture));

    // Constants that stand in patterns, attributes, default values and other constants stay constant.
    private void KeepConstants()
    {
        foreach (SyntaxTree tree in _original.SyntaxTrees)
        {
            SemanticModel model = _original.GetSemanticModel(tree);
            foreach (IdentifierNameSyntax name in tree.GetRoot().DescendantNodes().OfType<IdentifierNameSyntax>())
            {
                if (name.Ancestors().Any(static outer => outer is PatternSyntax or AttributeSyntax or ParameterSyntax
                        or CaseSwitchLabelSyntax or EnumMemberDeclarationSyntax or FieldDeclarationSyntax)
                    && model.GetSymbolInfo(name).Symbol is IFieldSymbol { IsConst: true } field)
                {
                    Mutations.KeepConstant(field);
                }
            }
        }
    }

    private bool IsMutated(string file) =>
        _folders.Any(folder => Relative(file).StartsWith(folder.TrimEnd('/') + "/", StringComparison.Ordinal) || Relative(file) == folder);

    private string Relative(string file) => Path.GetRelativePath(_source, file).Replace('\\', '/');

    private static SyntaxTree Parse(string file) =>
        CSharpSyntaxTree.ParseText(SourceText.From(File.ReadAllText(file), System.Text.Encoding.UTF8), Language, file);
}
