using Bot.Knowledge.Articles;

namespace Bot.Tests.Knowledge.Releases;

/// <summary>A few articles about a village, so that a release is trained in a moment and no test leans on the real content.</summary>
internal static class SmallContent
{
    private static readonly (string Id, string Thing)[] Things =
        [("shed", "bicycle shed"), ("hall", "village hall"), ("pond", "duck pond"), ("oven", "bread oven"), ("mill", "water mill")];

    public static ContentFiles Files { get; } = ContentFiles.Of(
    [
        .. Things.Select((thing, i) => KeyValuePair.Create($"village/{thing.Id}.md", Article(thing.Id, thing.Thing, $"The {thing.Thing} stands behind gate {i + 1}.", Things[(i + 1) % 5].Id, Things[(i + 2) % 5].Id))),
        new("sources.yaml", "- id: VILLAGE\n  title: The village book\n  publisher: The village\n  date: 2026\n"),
        new("not-ours.yaml", "smalltalk:\n  - hello\n  - thank you\nweather:\n  - will it rain tomorrow\n  - how cold is it outside\n  - what is the forecast for sunday\ncooking:\n  - how do I boil an egg\n  - a recipe for soup please\n  - how long does rice take\n"),
        new("intents.yaml", "which:\n  - which footprint is {place} in\n  - where does {place} belong\n"),
        new("synonyms.yaml", "nhs:\n  - national health service\n"),
    ]);

    /// <summary>For a process that serves it from a folder.</summary>
    public static (string Name, string Value)[] Settings(string connectionString, string folder) =>
    [
        ("Bot:Database:ConnectionString", connectionString),
        ("Bot:Knowledge:Folder", WriteTo(Path.Combine(folder, "content"))),
        ("Bot:Knowledge:Models", Path.Combine(folder, "models")),
    ];

    public static string WriteTo(string folder)
    {
        Files.WriteTo(folder);
        return folder;
    }

    public static string Article(string id, string thing, string said, params string[] prompts) => $"""
        ---
        id: {id}
        heading: Where the {thing} stands
        button: The {thing}
        question: Where is the {thing}?
        alternates:
          - how do I find the {thing}
          - show me the way to the {thing}
          - {thing} location
          - tell us where the {thing} stands
          - I am looking for the {thing}
          - behind which gate is the {thing}
          - has the {thing} moved anywhere
          - can somebody point me at the {thing}
        short: {said}
        status: current
        validFrom: 2026-01-01
        asOf: 2026-01-01
        reviewBy: 2027-01-01
        owner: The village
        confidence: V
        sources: [VILLAGE]
        prompts: [{string.Join(", ", prompts)}]
        ---
        The village book says so.
        """;
}
