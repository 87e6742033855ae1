using System.Text.Json.Nodes;
using Bot.AzureAnswers;
using Bot.Tests.Fakes;
using Bot.Tests.Whole;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.AzureAnswers;

/// <summary>The whole guide beside a fake of Azure question answering.</summary>
internal static class AzureSetup
{
    public static IReadOnlyList<(string Key, string Value)> Settings { get; } =
    [
        ("Bot:AzureAnswers:Endpoint", $"https://{FakeQuestionAnswering.Host}"), ("Bot:AzureAnswers:Project", "guide"), ("Bot:AzureAnswers:Key", FakeQuestionAnswering.Key), ("Bot:AzureAnswers:Answers", "true"),
    ];

    public static Task<GuideOnKestrel> StartAsync(FakeQuestionAnswering azure, TimeProvider? time, params (string Key, string Value)[] settings) => GuideOnKestrel.StartAsync(new GuideSetup
    {
        Time = time,
        Settings = With(settings),
        Services = services => Reach(services, azure),
    });

    /// <summary>What a test says wins.</summary>
    public static IReadOnlyList<(string Key, string Value)> With(params (string Key, string Value)[] settings) => [.. Settings.ExceptBy(settings.Select(s => s.Key), s => s.Key), .. settings];

    public static void Reach(IServiceCollection services, FakeQuestionAnswering azure) =>
        services.AddHttpClient(ProjectCalls.Client).ConfigurePrimaryHttpMessageHandler(() => azure.Detour);

    /// <summary>An answer that was made from one of our articles.</summary>
    public static JsonObject Article(string article, double confidence, string? span = null) => Answers(Pair(7, "Some question", "Old words.", confidence, "stp.md", ("article", article), ("asof", "2020-01-01")), span);

    public static JsonObject Answers(JsonObject pair, string? span = null)
    {
        if (span is not null) pair["answerSpan"] = new JsonObject { ["text"] = span, ["confidenceScore"] = 0.4, ["offset"] = 0, ["length"] = span.Length };
        return new JsonObject { ["answers"] = new JsonArray(pair) };
    }

    public static JsonObject Pair(int id, string question, string answer, double confidence, string source, params (string Name, string Value)[] metadata) => new()
    {
        ["questions"] = new JsonArray(question),
        ["answer"] = answer,
        ["confidenceScore"] = confidence,
        ["id"] = id,
        ["source"] = source,
        ["metadata"] = new JsonObject(metadata.Select(m => KeyValuePair.Create(m.Name, (JsonNode?)m.Value))),
        ["dialog"] = new JsonObject { ["isContextOnly"] = false, ["prompts"] = new JsonArray() },
    };
}
