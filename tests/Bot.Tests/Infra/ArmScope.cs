using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Bot.Tests.Infra;

/// <summary>What expressions can call: the functions that our template uses, with a subscription and a group made up for the tests.</summary>
internal sealed class ArmScope(ArmTemplate template)
{
    public const string Subscription = "/subscriptions/11111111-1111-1111-1111-111111111111";
    public const string Group = Subscription + "/resourceGroups/icsguide";
    public const string Tenant = "22222222-2222-2222-2222-222222222222";

    public JsonNode? Call(string name, IReadOnlyList<JsonNode?> a) => name switch
    {
        "parameters" => template.Parameter(Text(a[0])),
        "variables" => template.Variable(Text(a[0])),
        "concat" => a[0] is JsonArray ? new JsonArray([.. a.SelectMany(x => x!.AsArray()).Select(x => x?.DeepClone())]) : string.Concat(a.Select(Text)),
        "if" => (a[0]!.GetValue<bool>() ? a[1] : a[2])?.DeepClone(),
        "and" => a.All(x => x!.GetValue<bool>()),
        "empty" => a[0] is JsonArray list ? list.Count == 0 : Text(a[0]).Length == 0,
        "length" => a[0] is JsonArray list ? list.Count : Text(a[0]).Length,
        "startsWith" => Text(a[0]).StartsWith(Text(a[1]), StringComparison.OrdinalIgnoreCase),
        "string" => a[0] is JsonValue value && value.TryGetValue<bool>(out var on) ? (on ? "True" : "False") : Text(a[0]),
        "replace" => Text(a[0]).Replace(Text(a[1]), Text(a[2]), StringComparison.Ordinal),
        "take" => Text(a[0]) is var whole && a[1]!.GetValue<int>() is var most && whole.Length > most ? whole[..most] : Text(a[0]),
        "createObject" => new JsonObject(a.Chunk(2).Select(pair => KeyValuePair.Create(Text(pair[0]), pair[1]?.DeepClone()))),
        "max" => a.Max(x => x!.GetValue<int>()),
        "copyIndex" => template.CopyIndex,
        "createArray" => new JsonArray([.. a.Select(x => x?.DeepClone())]),
        "guid" => new Guid(Digest(a).AsSpan(0, 16)).ToString(),
        "uniqueString" => Convert.ToHexStringLower(Digest(a))[..13],
        "resourceGroup" => new JsonObject { ["id"] = Group },
        "subscription" => new JsonObject { ["id"] = Subscription, ["tenantId"] = Tenant },
        "resourceId" => $"{Group}/providers/{Id(a)}",
        "subscriptionResourceId" => $"{Subscription}/providers/{Id(a)}",
        "extensionResourceId" => $"{Text(a[0])}/providers/{Id([.. a.Skip(1)])}",
        "reference" => template.Reference(Text(a[0]), Text(a[1])),
        "listAdminKeys" => template.Reference(Text(a[0]), Text(a[1])) is null ? null : new JsonObject { ["primaryKey"] = "made-at-deployment" },
        _ => throw new InvalidDataException($"The function {name} is not known here. Add it, or do without it."),
    };

    // Types and names take turns: Microsoft.Network/virtualNetworks/network/subnets/app.
    private static string Id(IReadOnlyList<JsonNode?> a)
    {
        var types = Text(a[0]).Split('/');
        if (types.Length - 1 != a.Count - 1) throw new InvalidDataException($"{Text(a[0])} needs {types.Length - 1} names, not {a.Count - 1}.");
        return types[0] + string.Concat(types.Skip(1).Select((type, i) => $"/{type}/{Text(a[i + 1])}"));
    }

    private static byte[] Digest(IReadOnlyList<JsonNode?> a) => SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', a.Select(Text))));

    private static string Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : Convert.ToString(node, CultureInfo.InvariantCulture) ?? "";
}
