using System.Text.Json;
using Bot.Cards;
using Bot.Files;
using Bot.Storage;
using Bot.Tests.Cards;

namespace Bot.Tests.Files;

public sealed class PinningFileCards
{
    private static readonly OfferedFile Pack = new("Meeting pack_2026.docx", "text/plain", "Your pack for the *council of governors*.", new byte[] { 1, 2, 3 });

    private static readonly IReadOnlyDictionary<string, AdaptiveCard> Cards = new Dictionary<string, AdaptiveCard>
    {
        ["FileLink"] = FileCards.Link(Pack, new Uri("https://guide.example/files/0123456789abcdef0123456789abcdef01234567")),
        ["FileLinkWithALongName"] = FileCards.Link(Pack with { Name = FileNames.Safe(new string('n', 300) + ".docx") }, new Uri("https://guide.example/files/0")),
        ["FileNote"] = FileCards.Note("File saved", "The file is in your OneDrive. I deleted my copy."),
    };

    public static TheoryData<string> Names => [.. Cards.Keys];

    [Theory, MemberData(nameof(Names))]
    public void ACard_IsAsApproved(string name) => ApprovedJson.Check(Cards[name].ToUtf8Json(), name);

    [Theory, MemberData(nameof(Names))]
    public Task ACard_IsDrawnWhole(string name) => CardRendering.CheckAsync($"files-{name}", Cards[name].ToUtf8Json());

    [Fact]
    public async Task EveryCard_IsValid() => Assert.Empty(await OfficialSchema.MistakesAsync(
        Cards.ToDictionary(card => card.Key, card => card.Value.ToUtf8Json()), TestContext.Current.CancellationToken));

    [Fact]
    public void TheConsentCard_IsAsTeamsWantsIt()
    {
        var card = FileCards.AskingConsent(Pack, "0123456789abcdef0123456789abcdef01234567");

        Assert.Equal("Meeting pack_2026.docx", card.Name);
        using var json = JsonDocument.Parse(card.Content);
        Assert.Equal(["description", "sizeInBytes", "acceptContext", "declineContext"], json.RootElement.EnumerateObject().Select(p => p.Name));
    }
}
