using System.Text.Json.Nodes;
using Bot.Tests.Structure;

namespace Bot.Tests.Infra;

/// <summary>What the template says of itself holds together, with each parameter file and with every switch on.</summary>
public sealed class CheckingReferences
{
    public static TheoryData<string> Cases { get; } = ["test", "production", "defaults", "everything"];

    internal static ArmTemplate Template(string name) => name switch
    {
        "defaults" => ArmTemplate.With(null),
        "everything" => ArmTemplate.With(
            "production", ("botAppId", "55555555-5555-5555-5555-555555555555"), ("allowedTenants", new JsonArray("66666666-6666-6666-6666-666666666666", "77777777-7777-7777-7777-777777777777")),
            ("languageResource", true), ("languageAnswers", true), ("languagePublishes", true), ("containerImage", "registry.example/ics-guide:1.0.0")),
        _ => ArmTemplate.With(name),
    };

    [Theory, MemberData(nameof(Cases))]
    public void EveryExpression_CanBeWorkedOut(string name)
    {
        var template = Template(name);

        Assert.DoesNotContain(template.Resources.Select(r => r.ToJsonString()), json => json.Contains("\"[", StringComparison.Ordinal));
        Assert.All(template.Outputs, output => Assert.NotEmpty(output.Value!["value"]!.ToString() + name));
    }

    [Fact]
    public void EveryParameterAndVariable_IsUsed()
    {
        Faults.None(ArmTemplate.Json["parameters"]!.AsObject().Select(p => p.Key).Except(ArmTemplate.NamesIn("parameters")).Select(p => $"The parameter {p} is used nowhere."));
        Faults.None(Variables.Except(ArmTemplate.NamesIn("variables")).Select(p => $"The variable {p} is used nowhere."));
        Faults.None(ArmTemplate.NamesIn("parameters").Except(ArmTemplate.Json["parameters"]!.AsObject().Select(p => p.Key)).Select(p => $"There is no parameter {p}."));
        Faults.None(ArmTemplate.NamesIn("variables").Except(Variables).Select(p => $"There is no variable {p}."));
    }

    [Theory, MemberData(nameof(Cases))]
    public void EveryDependency_IsAResourceOfTheTemplate(string name)
    {
        var template = Template(name);

        Faults.None(
            from resource in template.Resources
            from id in resource["dependsOn"]?.AsArray() ?? []
            where !template.Declares(id!.GetValue<string>())
            select $"{resource["type"]} waits for {id}, which nothing makes.");
    }

    [Theory, MemberData(nameof(Cases))]
    public void EveryResourceThatIsNamed_IsMade_AndWaitedFor(string name)
    {
        var template = Template(name);

        Faults.None(
            from resource in template.Resources
            let own = template.IdOf(resource)
            from id in Texts(resource).Where(text => text.StartsWith(ArmScope.Group + "/providers/", StringComparison.Ordinal)).Distinct()
            where !template.Declares(id) && !IsSubnet(id, template)
            select $"{own} names {id}, which nothing makes.");
        Faults.None(
            from resource in template.Resources
            let own = template.IdOf(resource)
            let waits = WaitsFor(own, template).Append(own).ToHashSet()
            from id in Texts(resource).Where(text => template.Declares(text) && !waits.Contains(text)).Distinct()
            select $"{own} names {id} and does not wait for it.");
    }

    [Fact]
    public void NoTwoResources_HaveOneName_AndNamesFitTheirLimits()
    {
        var template = Template("everything");
        var ids = template.Resources.Select(template.IdOf).ToArray();

        Assert.Equal(ids.Length, ids.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        var longest = ArmTemplate.With(null, ("name", "abcdefghijklmnopqr"));
        Assert.InRange(longest.The("Microsoft.KeyVault/vaults")["name"]!.GetValue<string>().Length, 3, 24);
        Assert.InRange(longest.The("Microsoft.Web/sites")["name"]!.GetValue<string>().Length, 2, 60);
        Assert.InRange(longest.The("Microsoft.DBforPostgreSQL/flexibleServers")["name"]!.GetValue<string>().Length, 3, 63);
        Assert.InRange(longest.The("Microsoft.BotService/botServices")["name"]!.GetValue<string>().Length, 2, 42);
        Assert.InRange(longest.The("Microsoft.Search/searchServices")["name"]!.GetValue<string>().Length, 2, 60);
    }

    [Theory]
    [InlineData("test"), InlineData("production")]
    public void AParameterFile_GivesOnlyWhatTheTemplateTakes(string file)
    {
        var known = ArmTemplate.Json["parameters"]!.AsObject();
        foreach (var (name, given) in ArmTemplate.ParametersOf(file))
        {
            var (parameter, value) = (known[name], given!["value"]!);
            Assert.True(parameter is not null, $"{file}: there is no parameter {name}.");
            Assert.Equal(parameter["type"]!.GetValue<string>(), value.GetValueKind() switch { System.Text.Json.JsonValueKind.Number => "int", System.Text.Json.JsonValueKind.Array => "array", System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False => "bool", _ => "string" });
            if (parameter["allowedValues"] is JsonArray allowed) Assert.Contains(value.ToString(), allowed.Select(v => v!.ToString()));
            if (parameter["minValue"] is { } least) Assert.InRange(value.GetValue<int>(), least.GetValue<int>(), parameter["maxValue"]!.GetValue<int>());
            if (parameter["maxLength"] is { } most && value is JsonValue) Assert.InRange(value.ToString().Length, 0, most.GetValue<int>());
        }

        var needed = known.Where(p => p.Value!["defaultValue"] is null && p.Value["type"]!.GetValue<string>() != "securestring").Select(p => p.Key);
        Assert.Empty(needed.Except(ArmTemplate.ParametersOf(file).Select(p => p.Key)));
    }

    [Theory]
    [InlineData("[parameters('nobody')]", "There is no parameter nobody")]
    [InlineData("[resourceId('Microsoft.Web/sites')]", "needs 1 names, not 0")]
    [InlineData("[reference(resourceId('Microsoft.Web/sites', 'x'), '2024-04-01').id]", "is not made by this template")]
    [InlineData("[madeUp('x')]", "is not known here")]
    [InlineData("[concat('a') 'b']", "something stands behind its end")]
    public void WhatIsWrong_IsFound(string expression, string says) => Assert.Contains(
        says, Assert.Throws<InvalidDataException>(() => new ArmExpression(expression, new ArmScope(Template("test"))).Value()).Message, StringComparison.Ordinal);

    internal static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject named => named.SelectMany(p => Texts(p.Value).Append(p.Key)),
        JsonArray list => list.SelectMany(Texts),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    private static IEnumerable<string> Variables => ArmTemplate.Json["variables"]!.AsObject().Select(p => p.Key).Where(name => name != "copy")
        .Concat(ArmTemplate.Json["variables"]!["copy"]!.AsArray().Select(c => c!["name"]!.GetValue<string>()));

    // What is waited for, and what that waits for.
    private static IEnumerable<string> WaitsFor(string id, ArmTemplate template) =>
        (template.Resources.First(r => template.IdOf(r) == id)["dependsOn"]?.AsArray() ?? []).Select(d => d!.GetValue<string>()).SelectMany(d => WaitsFor(d, template).Append(d));

    // Subnets are written inside their network.
    private static bool IsSubnet(string id, ArmTemplate template) =>
        id.Split("/subnets/") is [var network, var subnet] && template.Declares(network)
        && template.The("Microsoft.Network/virtualNetworks")["properties"]!["subnets"]!.AsArray().Any(s => s!["name"]!.GetValue<string>() == subnet);
}
