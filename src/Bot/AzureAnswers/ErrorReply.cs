using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.AzureAnswers;

/// <summary>Reads the error model: <c>{"error":{"code","message","innererror"}}</c>, in whatever case it comes.</summary>
internal static class ErrorReply
{
    private const int Longest = 400, Deepest = 5;

    public static AzureFault Of(int status, ReadOnlyMemory<byte> body, TimeSpan? retryAfter)
    {
        var (code, said) = Read(body);
        var kind = Kind(status, code);
        return new AzureFault(kind, $"{Words(kind)} (status {status}{(code.Length > 0 ? $", {code}" : "")})") { Status = status, Code = code, Said = said, RetryAfter = retryAfter };
    }

    // The code says more than the status; a gateway before the service sends only the status.
    private static AzureFaultKind Kind(int status, string code) => code.ToUpperInvariant() switch
    {
        "TOOMANYREQUESTS" or "QUOTAEXCEEDED" or "AZURECOGNITIVESEARCHTHROTTLING" => AzureFaultKind.Throttled,
        "UNAUTHORIZED" or "FORBIDDEN" => AzureFaultKind.Denied,
        "NOTFOUND" or "PROJECTNOTFOUND" or "OPERATIONNOTFOUND" or "AZURECOGNITIVESEARCHNOTFOUND" or "AZURECOGNITIVESEARCHINDEXNOTFOUND" => AzureFaultKind.NotFound,
        "INTERNALSERVERERROR" or "SERVICEUNAVAILABLE" or "CONFLICT" => AzureFaultKind.Unavailable,
        "TIMEOUT" => AzureFaultKind.Slow,
        _ => status switch
        {
            401 or 403 => AzureFaultKind.Denied,
            404 => AzureFaultKind.NotFound,
            408 or 504 => AzureFaultKind.Slow,
            429 => AzureFaultKind.Throttled,
            409 or >= 500 => AzureFaultKind.Unavailable,
            >= 400 => AzureFaultKind.Invalid,
            _ => AzureFaultKind.Broken,
        },
    };

    private static string Words(AzureFaultKind kind) => kind switch
    {
        AzureFaultKind.Throttled => "Azure question answering is asked more than it allows. Raise its tier, or lower Bot:AzureAnswers:PerSecond",
        AzureFaultKind.Denied => "Azure question answering refuses the key or the identity. Asking needs the role Cognitive Services Language Reader on the Language resource, publishing needs Cognitive Services Language Owner",
        AzureFaultKind.NotFound => "Azure question answering does not know this project, deployment or job. Check Bot:AzureAnswers:Endpoint, Project and Deployment, and publish the project once",
        AzureFaultKind.Slow => "Azure question answering did not answer in time",
        AzureFaultKind.Invalid => "Azure question answering refuses the request",
        AzureFaultKind.Broken => "Azure question answering answered in a way that cannot be read. Check Bot:AzureAnswers:Endpoint",
        _ => "Azure question answering is out of order for the moment",
    };

    private static (string Code, string Said) Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            var root = JsonNode.Parse(body.Span);
            var error = Child(root, "error") as JsonObject ?? root;
            var said = new List<string>();
            for (var (inner, depth) = (error, 0); inner is JsonObject && depth < Deepest; (inner, depth) = (Child(inner, "innererror"), depth + 1))
                if (Text(inner, "message") is { Length: > 0 } message && !said.Contains(message)) said.Add(message);
            var words = string.Join(" ", said).ReplaceLineEndings(" ");
            return (Text(error, "code"), words.Length > Longest ? words[..Longest] : words);
        }
        catch (JsonException)
        {
            return ("", "");
        }
    }

    internal static JsonNode? Child(JsonNode? node, string name) =>
        node is JsonObject holder ? holder.FirstOrDefault(p => string.Equals(p.Key, name, StringComparison.OrdinalIgnoreCase)).Value : null;

    internal static string Text(JsonNode? node, string name) => Child(node, name) is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : "";
}
