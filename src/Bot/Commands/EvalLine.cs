using System.Text.Json.Serialization;

namespace Bot.Commands;

/// <summary>One line of a question set.</summary>
internal sealed record EvalLine
{
    public string? Id { get; init; }
    public string? Q { get; init; }
    public IReadOnlyList<string>? Turns { get; init; }
    public string? Kind { get; init; }
    public required EvalExpectation Expect { get; init; }
}

/// <summary>Regular expressions on the first view, or that the question is refused.</summary>
internal sealed record EvalExpectation
{
    public bool Refuse { get; init; }
    public IReadOnlyList<string>? All { get; init; }
    public IReadOnlyList<string>? Any { get; init; }
    public IReadOnlyList<string>? None { get; init; }
}

[JsonSourceGenerationOptions(PropertyNameCaseInsensitive = true)]
[JsonSerializable(typeof(EvalLine))]
internal sealed partial class EvalJson : JsonSerializerContext;
