using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Aksu.Mutation;

/// <summary>
/// Writes all mutations of one file into it, each behind a switch: <c>Mutant.Is(n)</c> is true while the mutation n is the active one.
/// So the engine is built once. The switch is asked, where that can be had, only where the mutation makes a difference: a condition that is
/// true anyway is not asked whether it is forced to be. So a test that never asks cannot notice, and need not run.
/// </summary>
internal sealed class MutantWriter(SemanticModel model, string file, MutationList list) : CSharpSyntaxRewriter
{
    /// <summary>Marks the nodes that came by a mutation, so that a compiler's error leads to it.</summary>
    public const string Mark = "mutation";

    private static readonly HashSet<string> Wipes = ["Dispose", "ZeroMemory", "Clear", "Return"];

    public override SyntaxNode? VisitAttributeList(AttributeListSyntax node) => node;

    public override SyntaxNode? VisitParameter(ParameterSyntax node) => node;

    public override SyntaxNode? VisitEnumDeclaration(EnumDeclarationSyntax node) => node;

    // What is made once for all tests cannot be switched.
    public override SyntaxNode? VisitConstructorDeclaration(ConstructorDeclarationSyntax node) =>
        node.Modifiers.Any(SyntaxKind.StaticKeyword) ? node : base.VisitConstructorDeclaration(node);

    public override SyntaxNode? VisitPropertyDeclaration(PropertyDeclarationSyntax node) =>
        node.Modifiers.Any(SyntaxKind.StaticKeyword) && node.Initializer is not null ? node : base.VisitPropertyDeclaration(node);

    public override SyntaxNode? VisitFieldDeclaration(FieldDeclarationSyntax node)
    {
        if (node.Modifiers.Any(SyntaxKind.ConstKeyword))
        {
            return (SyntaxNode?)Constant(node) ?? node;
        }

        return node.Modifiers.Any(SyntaxKind.StaticKeyword) ? node : base.VisitFieldDeclaration(node);
    }

    public override SyntaxNode? VisitLocalDeclarationStatement(LocalDeclarationStatementSyntax node) =>
        node.IsConst ? node : base.VisitLocalDeclarationStatement(node);

    public override SyntaxNode? VisitExpressionStatement(ExpressionStatementSyntax node)
    {
        var visited = (ExpressionStatementSyntax)base.VisitExpressionStatement(node)!;
        if (Declares(node) || node.Expression is AwaitExpressionSyntax || KindOf(node.Expression) is not { } kind)
        {
            return visited;
        }

        return list.Add(kind, file, node, "is left out") is { } mutation
            ? Marked(mutation, Block(IfStatement(Not(mutation), Block(visited.WithoutTrivia())))).WithTriviaFrom(visited)
            : visited;
    }

    public override SyntaxNode? VisitSwitchExpressionArm(SwitchExpressionArmSyntax node)
    {
        var visited = (SwitchExpressionArmSyntax)base.VisitSwitchExpressionArm(node)!;
        if (node.WhenClause is not null || node.Pattern is DiscardPatternSyntax
            || list.Add(MutationKind.Arm, file, node, node.Pattern + " => …", "is left out") is not { } mutation)
        {
            return visited;
        }

        return Marked(mutation, visited.WithWhenClause(WhenClause(Token(SyntaxKind.WhenKeyword).WithTrailingTrivia(Space), Not(mutation))));
    }

    public override SyntaxNode? VisitCaseSwitchLabel(CaseSwitchLabelSyntax node)
    {
        if (list.Add(MutationKind.Arm, file, node, node.ToString(), "is left out") is not { } mutation)
        {
            return node;
        }

        return Marked(mutation, CasePatternSwitchLabel(
            node.Keyword.WithTrailingTrivia(Space),
            ConstantPattern(node.Value).WithTrailingTrivia(Space),
            WhenClause(Token(SyntaxKind.WhenKeyword).WithTrailingTrivia(Space), Not(mutation)),
            node.ColonToken));
    }

    public override SyntaxNode? Visit(SyntaxNode? node)
    {
        SyntaxNode? visited = base.Visit(node);
        if (node is not ExpressionSyntax original || visited is not ExpressionSyntax written || IsNoValue(original))
        {
            return visited;
        }

        written = Boundaries(original, written);
        written = Missing(original, written);
        written = Numbers(original, written);
        return Conditions(original, written);
    }

    private static MutationKind? KindOf(ExpressionSyntax expression) => expression switch
    {
        InvocationExpressionSyntax call => KindOfCall(call),
        ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax call } => KindOfCall(call),
        AssignmentExpressionSyntax assignment when !IsAboutLocal(assignment.Left) && !IsInConstructor(assignment) =>
            MutationKind.Assignment,
        AssignmentExpressionSyntax assignment when !assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) => MutationKind.Assignment,
        PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax => MutationKind.Assignment,
        _ => null,
    };

    private static MutationKind KindOfCall(InvocationExpressionSyntax call)
    {
        string name = call.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name.Identifier.Text,
            MemberBindingExpressionSyntax binding => binding.Name.Identifier.Text,
            _ => call.Expression.ToString(),
        };
        return Wipes.Contains(name) ? MutationKind.Wipe : MutationKind.Call;
    }

    // A local or an out parameter must be assigned; a discard does nothing.
    private static bool IsAboutLocal(ExpressionSyntax left) =>
        left is TupleExpressionSyntax or DeclarationExpressionSyntax
        || (left is IdentifierNameSyntax name && char.IsLower(name.Identifier.Text[0]))
        || left.ToString() == "_";

    private static bool IsInConstructor(SyntaxNode node) => node.FirstAncestorOrSelf<ConstructorDeclarationSyntax>() is not null;

    private static bool Declares(SyntaxNode node) => node.DescendantNodesAndSelf().Any(static inner =>
        inner is DeclarationExpressionSyntax or SingleVariableDesignationSyntax or ParenthesizedVariableDesignationSyntax
            or LambdaExpressionSyntax);

    /// <summary>Whether the expression stands where no computed value may.</summary>
    private static bool IsNoValue(ExpressionSyntax node) => node.Parent switch
    {
        ConstantPatternSyntax or RelationalPatternSyntax or CaseSwitchLabelSyntax or NameColonSyntax or NameEqualsSyntax
            or QualifiedNameSyntax or AttributeArgumentSyntax or ExpressionStatementSyntax or ConditionalAccessExpressionSyntax => true,
        MemberAccessExpressionSyntax access => access.Name == node,
        AssignmentExpressionSyntax assignment => assignment.Left == node,
        ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None) || argument.Parent?.Parent is InvocationExpressionSyntax
        {
            Expression: IdentifierNameSyntax { Identifier.Text: "nameof" },
        },
        RefExpressionSyntax => true,
        _ => node is TypeSyntax and not IdentifierNameSyntax,
    };

    private ExpressionSyntax Boundaries(ExpressionSyntax original, ExpressionSyntax written)
    {
        if (Declares(original))
        {
            return written;
        }

        if (original is BinaryExpressionSyntax binary && Shifted(binary.OperatorToken) is { } shifted)
        {
            var other = (BinaryExpressionSyntax)written;
            string change = $"{shifted.Text} for {binary.OperatorToken.Text}";
            if (!IsRepeatable(binary))
            {
                BinaryExpressionSyntax mutated = BinaryExpression(BinaryKind(shifted), other.Left, shifted, other.Right);
                return Either(MutationKind.Boundary, original, change, written, mutated);
            }

            // Where both are equal, and nowhere else, it makes a difference.
            return list.Add(MutationKind.Boundary, file, original, change) is { } boundary
                ? Forced(boundary, written, SyntaxKind.ExclusiveOrExpression, ParenthesizedExpression(BinaryExpression(
                    SyntaxKind.LogicalAndExpression,
                    BinaryExpression(SyntaxKind.EqualsExpression, binary.Left.WithoutTrivia(), binary.Right.WithoutTrivia()),
                    Is(boundary))))
                : written;
        }

        if (original is IsPatternExpressionSyntax pattern)
        {
            foreach (RelationalPatternSyntax relation in pattern.Pattern.DescendantNodesAndSelf().OfType<RelationalPatternSyntax>())
            {
                if (Shifted(relation.OperatorToken) is { } other)
                {
                    written = Either(
                        MutationKind.Boundary,
                        original,
                        $"{other.Text} for {relation}",
                        written,
                        pattern.ReplaceNode(relation, relation.WithOperatorToken(other)));
                }
            }
        }

        return written;
    }

    private static bool IsRepeatable(SyntaxNode node) => !node.DescendantNodes().Any(static inner =>
        inner is InvocationExpressionSyntax or AssignmentExpressionSyntax or PostfixUnaryExpressionSyntax
            or BaseObjectCreationExpressionSyntax
            or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression });

    private ExpressionSyntax Missing(ExpressionSyntax original, ExpressionSyntax written)
    {
        if (original is ThrowExpressionSyntax thrown)
        {
            TypeInfo type = thrown.Parent is BinaryExpressionSyntax or ConditionalExpressionSyntax
                ? model.GetTypeInfo((ExpressionSyntax)thrown.Parent)
                : thrown.Parent is SwitchExpressionArmSyntax arm ? model.GetTypeInfo((ExpressionSyntax)arm.Parent!) : default;

            // One side of a conditional is guarded by its condition already.
            return thrown.Parent is not ConditionalExpressionSyntax && Default(type.ConvertedType ?? type.Type) is { } value
                ? Either(MutationKind.Throw, original, "is left out", written, value)
                : written;
        }

        if (original is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression, Right: not ThrowExpressionSyntax } coalesce
            && !Declares(coalesce.Left)
            && Default(model.GetTypeInfo(coalesce.Left).Type) is { } none)
        {
            var other = (BinaryExpressionSyntax)written;
            return list.Add(MutationKind.Default, file, original, "takes what is on the right") is { } mutation
                ? Marked(mutation, other.WithLeft(Choice(mutation, none, other.Left)))
                : written;
        }

        return written;
    }

    private ExpressionSyntax Numbers(ExpressionSyntax original, ExpressionSyntax written)
    {
        bool isNumber = original is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NumericLiteralExpression }
            && model.GetTypeInfo(original).Type?.SpecialType == SpecialType.System_Int32
            && model.GetTypeInfo(original).ConvertedType?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64
            && original.Parent is BinaryExpressionSyntax or ConditionalExpressionSyntax or AssignmentExpressionSyntax
            && (original.Parent is not BinaryExpressionSyntax parent || Shifted(parent.OperatorToken) is null);
        return isNumber
            ? Either(MutationKind.Number, original, original.Parent!, "+ 1", written, ParseExpression($"({original} + 1)"))
            : written;
    }

    private ExpressionSyntax Conditions(ExpressionSyntax original, ExpressionSyntax written)
    {
        if (original.IsKind(SyntaxKind.TrueLiteralExpression) || original.IsKind(SyntaxKind.FalseLiteralExpression))
        {
            bool isTrue = original.IsKind(SyntaxKind.TrueLiteralExpression);
            return original.Parent is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax
                ? written
                : Either(
                    MutationKind.Literal,
                    original,
                    original.Parent!,
                    isTrue ? "false for true" : "true for false",
                    written,
                    LiteralExpression(isTrue ? SyntaxKind.FalseLiteralExpression : SyntaxKind.TrueLiteralExpression));
        }

        if (!IsAtom(original) || model.GetTypeInfo(original) is not { Type.SpecialType: SpecialType.System_Boolean })
        {
            return written;
        }

        bool hasPattern = original.DescendantNodesAndSelf().Any(static inner => inner is VarPatternSyntax or DeclarationPatternSyntax
            or RecursivePatternSyntax { Designation: not null } or ListPatternSyntax { Designation: not null });
        bool isNegated = original is IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax };

        // A loop that never ends tells nothing.
        bool isLoop = original.AncestorsAndSelf().TakeWhile(static node => node is ExpressionSyntax).Last().Parent
            is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax;
        if ((!hasPattern || isNegated) && !isLoop && list.Add(MutationKind.Condition, file, original, "true") is { } always)
        {
            written = Forced(always, written, SyntaxKind.LogicalOrExpression, Is(always));
        }

        if ((!hasPattern || !isNegated) && list.Add(MutationKind.Condition, file, original, "false") is { } never)
        {
            written = Forced(never, written, SyntaxKind.LogicalAndExpression, Not(never));
        }

        return written;
    }

    /// <summary>Whether the expression is a condition that has no smaller ones in it, or one operand of such.</summary>
    private static bool IsAtom(ExpressionSyntax node)
    {
        if (node is ParenthesizedExpressionSyntax or LiteralExpressionSyntax or PrefixUnaryExpressionSyntax or AssignmentExpressionSyntax
            or ConditionalExpressionSyntax or SwitchExpressionSyntax or ThrowExpressionSyntax
            or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression })
        {
            return false;
        }

        return node.Parent switch
        {
            IfStatementSyntax or WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or ReturnStatementSyntax
                or ArrowExpressionClauseSyntax or WhenClauseSyntax or EqualsValueClauseSyntax or ParenthesizedExpressionSyntax
                or PrefixUnaryExpressionSyntax or ConditionalExpressionSyntax or ArgumentSyntax or AssignmentExpressionSyntax
                or LambdaExpressionSyntax or SwitchExpressionArmSyntax => true,
            BinaryExpressionSyntax binary => binary.Kind() is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression,
            _ => false,
        };
    }

    private PropertyDeclarationSyntax? Constant(FieldDeclarationSyntax node)
    {
        VariableDeclaratorSyntax variable = node.Declaration.Variables[0];
        if (model.GetDeclaredSymbol(variable) is not IFieldSymbol { Type.SpecialType: SpecialType.System_Int32 } field
            || list.MustBeConstant(field))
        {
            return null;
        }

        Mutation? more = list.Add(MutationKind.Number, file, node, "+ 1");
        Mutation? less = list.Add(MutationKind.Number, file, node, "- 1");
        if (more is null || less is null)
        {
            return null;
        }

        string modifiers = string.Join(' ', node.Modifiers.Where(static modifier => !modifier.IsKind(SyntaxKind.ConstKeyword)));
        ExpressionSyntax value = variable.Initializer!.Value;
        MemberDeclarationSyntax property = ParseMemberDeclaration(
            $"{modifiers} static int {variable.Identifier.Text} => Aksu.Mutation.Mutant.Is({more.Id}) ? ({value}) + 1 "
            + $": Aksu.Mutation.Mutant.Is({less.Id}) ? ({value}) - 1 : ({value});")!;
        list.Constants[field.ToDisplayString()] = [more, less];
        return Marked(more, (PropertyDeclarationSyntax)property).WithLeadingTrivia(LineFeed).WithTrailingTrivia(LineFeed);
    }

    private ExpressionSyntax Either(
        MutationKind kind, ExpressionSyntax original, string change, ExpressionSyntax written, ExpressionSyntax mutated) =>
        Either(kind, original, original, change, written, mutated);

    private ExpressionSyntax Either(
        MutationKind kind,
        ExpressionSyntax original,
        SyntaxNode shown,
        string change,
        ExpressionSyntax written,
        ExpressionSyntax mutated) =>
        list.Add(kind, file, original, Shown(original, shown), change) is { } mutation
            ? Marked(mutation, Choice(mutation, mutated, written))
            : written;

    // A number or a literal says little without what stands around it.
    private static string Shown(SyntaxNode original, SyntaxNode shown) =>
        original == shown ? MutationList.OneLine(original) : $"{MutationList.OneLine(original)} in {MutationList.OneLine(shown)}";

    private static ParenthesizedExpressionSyntax Choice(Mutation mutation, ExpressionSyntax mutated, ExpressionSyntax written) =>
        ParenthesizedExpression(ConditionalExpression(
            Is(mutation),
            Token(SyntaxKind.QuestionToken).WithLeadingTrivia(Space).WithTrailingTrivia(Space),
            Bracketed(mutated),
            Token(SyntaxKind.ColonToken).WithLeadingTrivia(Space).WithTrailingTrivia(Space),
            Bracketed(written)));

    private static ExpressionSyntax Bracketed(ExpressionSyntax expression) =>
        expression is ThrowExpressionSyntax ? expression.WithoutTrivia() : ParenthesizedExpression(expression.WithoutTrivia());

    private static ParenthesizedExpressionSyntax Forced(
        Mutation mutation, ExpressionSyntax written, SyntaxKind kind, ExpressionSyntax by) =>
        Marked(mutation, ParenthesizedExpression(BinaryExpression(kind, ParenthesizedExpression(written.WithoutTrivia()), by)));

    private static ExpressionSyntax? Default(ITypeSymbol? type) =>
        type is null or IErrorTypeSymbol || type.SpecialType == SpecialType.System_Void
            ? null
            : ParseExpression($"default({type.ToDisplayString(NullableFlowState.MaybeNull, SymbolDisplayFormat.FullyQualifiedFormat)})!");

    private static SyntaxToken? Shifted(SyntaxToken operation) => operation.Kind() switch
    {
        SyntaxKind.LessThanToken => Token(SyntaxKind.LessThanEqualsToken).WithTriviaFrom(operation),
        SyntaxKind.LessThanEqualsToken => Token(SyntaxKind.LessThanToken).WithTriviaFrom(operation),
        SyntaxKind.GreaterThanToken => Token(SyntaxKind.GreaterThanEqualsToken).WithTriviaFrom(operation),
        SyntaxKind.GreaterThanEqualsToken => Token(SyntaxKind.GreaterThanToken).WithTriviaFrom(operation),
        _ => null,
    };

    // A node keeps its kind when it gets another token: it would go on meaning what it meant.
    private static SyntaxKind BinaryKind(SyntaxToken operation) => operation.Kind() switch
    {
        SyntaxKind.LessThanToken => SyntaxKind.LessThanExpression,
        SyntaxKind.LessThanEqualsToken => SyntaxKind.LessThanOrEqualExpression,
        SyntaxKind.GreaterThanToken => SyntaxKind.GreaterThanExpression,
        _ => SyntaxKind.GreaterThanOrEqualExpression,
    };

    private static ExpressionSyntax Is(Mutation mutation) => ParseExpression($"Aksu.Mutation.Mutant.Is({mutation.Id})");

    private static ExpressionSyntax Not(Mutation mutation) => ParseExpression($"!Aksu.Mutation.Mutant.Is({mutation.Id})");

    private static T Marked<T>(Mutation mutation, T node)
        where T : SyntaxNode =>
        node.WithAdditionalAnnotations(new SyntaxAnnotation(Mark, mutation.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)));
}
