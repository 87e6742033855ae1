using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Bot.Tests.Fuzzing;

/// <summary>JSON that can hold what no serialiser would write: a key twice, numbers of any length, half a character.</summary>
internal sealed class JsonTree
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private JsonTree(string raw) => Raw = raw;

    /// <summary>The text of a value that is neither object nor array.</summary>
    public string Raw { get; private set; }

    public List<(string Key, JsonTree Value)>? Fields { get; private set; }

    public List<JsonTree>? Items { get; private set; }

    public bool IsText => Fields is null && Items is null && Raw.StartsWith('"');

    public static JsonTree Of(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => new("") { Fields = [.. json.EnumerateObject().Select(field => (field.Name, Of(field.Value)))] },
        JsonValueKind.Array => new("") { Items = [.. json.EnumerateArray().Select(Of)] },
        _ => new(json.GetRawText()),
    };

    public static JsonTree Value(string raw) => new(raw);

    public static JsonTree Text(string text) => new(JsonSerializer.Serialize(text, Plain));

    public static JsonTree Array(IEnumerable<JsonTree> items) => new("") { Items = [.. items] };

    public static JsonTree Object(params (string, JsonTree)[] fields) => new("") { Fields = [.. fields] };

    public JsonTree? Get(string key) => Fields?.FirstOrDefault(field => field.Key == key).Value;

    public void Set(string key, JsonTree value)
    {
        if (Fields is null) return;
        var at = Fields.FindIndex(field => field.Key == key);
        if (at < 0) Fields.Add((key, value));
        else Fields[at] = (key, value);
    }

    public JsonTree Copy() => new(Raw)
    {
        Fields = Fields is null ? null : [.. Fields.Select(field => (field.Key, field.Value.Copy()))],
        Items = Items is null ? null : [.. Items.Select(item => item.Copy())],
    };

    public void Become(JsonTree other) => (Raw, Fields, Items) = (other.Raw, other.Fields, other.Items);

    /// <summary>Itself and everything below.</summary>
    public IEnumerable<JsonTree> All()
    {
        yield return this;
        foreach (var below in Fields?.Select(field => field.Value) ?? Items ?? [])
            foreach (var one in below.All())
                yield return one;
    }

    public void Write(StringBuilder json)
    {
        if (Fields is not null) Write(json, '{', '}', Fields, static (field, to) =>
        {
            to.Append(JsonSerializer.Serialize(field.Key, Plain)).Append(':');
            field.Value.Write(to);
        });
        else if (Items is not null) Write(json, '[', ']', Items, static (item, to) => item.Write(to));
        else json.Append(Raw);
    }

    private static void Write<T>(StringBuilder json, char open, char close, List<T> parts, Action<T, StringBuilder> write)
    {
        json.Append(open);
        for (var i = 0; i < parts.Count; i++)
        {
            if (i > 0) json.Append(',');
            write(parts[i], json);
        }

        json.Append(close);
    }
}
