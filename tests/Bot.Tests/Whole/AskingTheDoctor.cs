using System.Text.Json;

namespace Bot.Tests.Whole;

public sealed class AskingTheDoctor
{
    private static readonly Guid Admin = Guid.NewGuid(), Editor = Guid.NewGuid();

    [Fact]
    public async Task AnAdmin_SeesWhatIsWrongFirst()
    {
        await using var guide = await StartAsync();

        var card = await guide.AskAsync("Run the doctor please", Person.New(entraId: Admin));

        var texts = Texts(card);
        Assert.Equal("Health of this guide", texts[0]);
        Assert.Contains("1 fault", texts[1], StringComparison.Ordinal);
        Assert.Equal("What is wrong: Settings", texts[3]);
        Assert.Equal("Nothing reads Bot:Welcom (program).", texts[4]);
        Assert.Equal("What to do: Did you mean Bot:Welcome? Correct the name, or take it out.", texts[5]);
        Assert.True(Array.FindIndex(texts, text => text.StartsWith("Database: ", StringComparison.Ordinal)) > 5);
    }

    [Fact]
    public async Task ForEverybodyElse_TheWordIsAQuestionLikeAnyOther()
    {
        await using var guide = await StartAsync();

        foreach (var person in new[] { Person.New(entraId: Editor), Person.New(entraId: Guid.NewGuid()) })
            Assert.DoesNotContain("Bot:Welcom", (await guide.AskAsync("doctor", person)).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task InAGroup_AnAdminIsAskedToComeToTheirOwnChat()
    {
        await using var guide = await StartAsync();

        var reply = Assert.Single(await guide.PostForRepliesAsync(Person.New("groupChat", Admin).Says("doctor")));

        Assert.Contains("Ask me in your personal chat", reply.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    private static Task<GuideOnKestrel> StartAsync() => GuideOnKestrel.StartAsync(new GuideSetup
    {
        Settings = [("Bot:Roles:Admins:0", Admin.ToString()), ("Bot:Roles:Editors:0", Editor.ToString()), ("Bot:Welcom", "true")],
    });

    private static string[] Texts(JsonElement card) => [.. In(card.GetProperty("body"))];

    private static IEnumerable<string> In(JsonElement elements) => elements.EnumerateArray().SelectMany(element =>
        element.TryGetProperty("items", out var items) ? In(items) : element.TryGetProperty("text", out var text) ? [text.GetString()!.Replace("\\", "", StringComparison.Ordinal)] : []);
}
