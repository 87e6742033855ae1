using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bot.Tests.Support;

namespace Bot.Tests.Infra;

/// <summary>infra/main.json with the values of a parameter file: every expression worked out, every reference looked up.</summary>
internal sealed partial class ArmTemplate
{
    private readonly Dictionary<string, JsonNode?> _parameters = [];
    private readonly ArmScope _scope;
    private readonly HashSet<string> _declared;

    private ArmTemplate(JsonObject values)
    {
        _scope = new ArmScope(this);
        foreach (var (name, given) in Json["parameters"]!.AsObject())
            if ((values[name] ?? given!["defaultValue"]) is { } value) _parameters[name] = value.DeepClone();
        _declared = [.. Json["resources"]!.AsArray().Select(r => IdOf(r!))];
        Resources = [.. Json["resources"]!.AsArray().Select(r => WorkedOut(r)!.AsObject())];
        Outputs = WorkedOut(Json["outputs"])!.AsObject();
    }

    public static JsonNode Json { get; } = JsonNode.Parse(File.ReadAllText(Repository.PathOf("infra", "main.json")))!;

    /// <summary>Whether the resource is made with these values is its "condition".</summary>
    public IReadOnlyList<JsonObject> Resources { get; }

    public JsonObject Outputs { get; }

    /// <param name="file">Of parameters; null for the defaults alone.</param>
    /// <param name="more">Values that stand in no file, or other ones.</param>
    public static ArmTemplate With(string? file, params (string Name, JsonNode Value)[] more)
    {
        var values = new JsonObject { ["name"] = "icsguide", ["databasePassword"] = "given-when-deploying" };
        if (file is not null)
            foreach (var (name, value) in ParametersOf(file)) values[name] = value!["value"]!.DeepClone();
        foreach (var (name, value) in more) values[name] = value;
        return new(values);
    }

    public static JsonObject ParametersOf(string file) => JsonNode.Parse(File.ReadAllText(Repository.PathOf("infra", $"{file}.parameters.json")))!["parameters"]!.AsObject();

    /// <summary>Everything between quotes that is called so, such as parameters('name').</summary>
    public static IReadOnlySet<string> NamesIn(string function) => Calls().Matches(Json.ToJsonString().Replace("\\u0027", "'", StringComparison.Ordinal))
        .Where(m => m.Groups[1].Value == function).Select(m => m.Groups[2].Value).ToHashSet();

    public IEnumerable<JsonObject> Of(string type) => Resources.Where(r => r["type"]!.GetValue<string>() == type);

    public JsonObject The(string type) => Assert.Single(Of(type));

    public bool Declares(string id) => _declared.Contains(id);

    public IReadOnlyDictionary<string, string> AppSettings => The("Microsoft.Web/sites")["properties"]!["siteConfig"]!["appSettings"]!.AsArray()
        .ToDictionary(s => s!["name"]!.GetValue<string>(), s => s!["value"]!.GetValue<string>());

    public string IdOf(JsonNode resource)
    {
        var types = resource["type"]!.GetValue<string>().Split('/');
        var names = WorkedOut(resource["name"])!.GetValue<string>().Split('/');
        Assert.Equal(types.Length - 1, names.Length);
        var own = types[0] + string.Concat(types.Skip(1).Select((type, i) => $"/{type}/{names[i]}"));
        return resource["scope"] is { } scope ? $"{WorkedOut(scope)}/providers/{own}" : $"{ArmScope.Group}/providers/{own}";
    }

    internal JsonNode? Parameter(string name) => _parameters.TryGetValue(name, out var value) ? value?.DeepClone() : throw new InvalidDataException($"There is no parameter {name}, or it has no value.");

    internal int CopyIndex { get; private set; }

    internal JsonNode? Variable(string name) => Copied(name) ?? WorkedOut(Json["variables"]![name] ?? throw new InvalidDataException($"There is no variable {name}."));

    /// <summary>What a resource says of itself once it is made.</summary>
    internal JsonNode Reference(string id, string version)
    {
        var resource = Json["resources"]!.AsArray().FirstOrDefault(r => IdOf(r!) == id) ?? throw new InvalidDataException($"reference: {id} is not made by this template.");
        if (resource["apiVersion"]!.GetValue<string>() != version) throw new InvalidDataException($"reference: {id} is made with {resource["apiVersion"]}, but asked with {version}.");
        return new JsonObject
        {
            ["clientId"] = "33333333-3333-3333-3333-333333333333",
            ["principalId"] = "44444444-4444-4444-4444-444444444444",
            ["fullyQualifiedDomainName"] = $"{id.Split('/')[^1]}.postgres.database.azure.com",
            ["endpoint"] = "https://endpoint.example",
        };
    }

    // A variable that is written once and made for each item of a list.
    private JsonArray? Copied(string name)
    {
        if (Json["variables"]!["copy"]!.AsArray().FirstOrDefault(c => c!["name"]!.GetValue<string>() == name) is not { } copy) return null;
        var all = new JsonArray();
        for (var (i, count) = (0, WorkedOut(copy["count"])!.GetValue<int>()); i < count; i++)
        {
            CopyIndex = i;
            all.Add(WorkedOut(copy["input"]));
        }

        return all;
    }

    private JsonNode? WorkedOut(JsonNode? node) => node switch
    {
        JsonObject named => new JsonObject(named.Select(p => KeyValuePair.Create(ArmExpression.Is(p.Key) ? Value(p.Key)!.GetValue<string>() : p.Key, WorkedOut(p.Value)))),
        JsonArray list => new JsonArray([.. list.Select(WorkedOut)]),
        JsonValue value when value.TryGetValue<string>(out var text) && ArmExpression.Is(text) => Value(text),
        _ => node?.DeepClone(),
    };

    private JsonNode? Value(string text) => new ArmExpression(text, _scope).Value();

    [GeneratedRegex(@"(\w+)\('([^']+)'\)")]
    private static partial Regex Calls();
}
