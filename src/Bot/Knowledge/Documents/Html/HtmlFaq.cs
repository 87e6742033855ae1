using System.Text.Json;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;

namespace Bot.Knowledge.Documents.Html;

/// <summary>Questions that a page gives to search engines as JSON (schema.org, FAQPage).</summary>
internal static class HtmlFaq
{
    private const int Deepest = 32;

    public static IReadOnlyList<Pair> Of(IHtmlDocument page, Func<string, string> markdown, Findings findings)
    {
        var pairs = new List<Pair>();
        foreach (var script in page.QuerySelectorAll("script[type='application/ld+json']"))
        {
            try
            {
                Find(JsonNode.Parse(script.TextContent, documentOptions: new JsonDocumentOptions { MaxDepth = Deepest, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip }), pairs, markdown);
            }
            catch (JsonException)
            {
                findings.Warn("The page holds data for machines that cannot be read; questions in it may be missing.");
            }
        }

        return pairs;
    }

    private static void Find(JsonNode? node, List<Pair> pairs, Func<string, string> markdown)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list) Find(item, pairs, markdown);
        }
        else if (node is JsonObject thing)
        {
            if (Is(thing, "Question") && Text(thing["name"]) is { } question && Answer(thing["acceptedAnswer"]) is { } answer)
                pairs.Add(new Pair { Questions = [CleanText.Collapsed(question)], Answer = markdown(answer) });
            else foreach (var name in (string[])["@graph", "mainEntity", "hasPart"]) Find(thing[name], pairs, markdown);
        }
    }

    private static string? Answer(JsonNode? node) => node is JsonArray list ? Answer(list.FirstOrDefault()) : node is JsonObject answer ? Text(answer["text"]) : null;

    private static bool Is(JsonObject thing, string type) => thing["@type"] is JsonArray types ? types.Any(t => Text(t) == type) : Text(thing["@type"]) == type;

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) && !string.IsNullOrWhiteSpace(text) ? text : null;
}
