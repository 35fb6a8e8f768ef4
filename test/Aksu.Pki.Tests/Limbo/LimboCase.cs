using System.Text.Json;

namespace Aksu.Pki.Tests.Limbo;

/// <summary>One case of the x509-limbo suite, as its schema describes it.</summary>
internal sealed record LimboCase
{
    public required string Id { get; init; }

    public required bool ExpectsSuccess { get; init; }

    public required bool IsServerValidation { get; init; }

    public required IReadOnlyList<string> Features { get; init; }

    public required IReadOnlyList<string> Trusted { get; init; }

    public required IReadOnlyList<string> Intermediates { get; init; }

    public required string Peer { get; init; }

    public required DateTimeOffset? Time { get; init; }

    public required IReadOnlyList<string> KeyUsages { get; init; }

    public required IReadOnlyList<string> ExtendedKeyUsages { get; init; }

    public required (string Kind, string Value)? ExpectedName { get; init; }

    public required IReadOnlyList<(string Kind, string Value)> ExpectedNames { get; init; }

    public required int? MaxChainDepth { get; init; }

    public required IReadOnlyList<string> Crls { get; init; }

    public static List<LimboCase> ReadAll(string path)
    {
        using FileStream file = File.OpenRead(path);
        using var document = JsonDocument.Parse(file);
        return [.. document.RootElement.GetProperty("testcases").EnumerateArray().Select(Read)];
    }

    private static LimboCase Read(JsonElement element) => new()
    {
        Id = element.GetProperty("id").GetString()!,
        ExpectsSuccess = element.GetProperty("expected_result").GetString() == "SUCCESS",
        IsServerValidation = element.GetProperty("validation_kind").GetString() == "SERVER",
        Features = Strings(element, "features"),
        Trusted = Strings(element, "trusted_certs"),
        Intermediates = Strings(element, "untrusted_intermediates"),
        Peer = element.GetProperty("peer_certificate").GetString()!,
        Time = Optional(element, "validation_time") is { } time ? time.GetDateTimeOffset() : null,
        KeyUsages = Strings(element, "key_usage"),
        ExtendedKeyUsages = Strings(element, "extended_key_usage"),
        ExpectedName = Optional(element, "expected_peer_name") is { } name ? Name(name) : null,
        ExpectedNames = Optional(element, "expected_peer_names") is { } names ? [.. names.EnumerateArray().Select(Name)] : [],
        MaxChainDepth = Optional(element, "max_chain_depth")?.GetInt32(),
        Crls = Strings(element, "crls"),
    };

    private static (string Kind, string Value) Name(JsonElement element) =>
        (element.GetProperty("kind").GetString()!, element.GetProperty("value").GetString()!);

    private static JsonElement? Optional(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static string[] Strings(JsonElement element, string name) =>
        Optional(element, name) is { } list ? [.. list.EnumerateArray().Select(static item => item.GetString()!)] : [];
}
