using Bot.Cards;
using Bot.Features.Feedback;
using Bot.Tests.Cards;
using Bot.Turns;

namespace Bot.Tests.Features.Feedback;

public sealed class PinningFeedbackCards
{
    private static readonly IReadOnlyDictionary<string, AdaptiveCard> Cards = new Dictionary<string, AdaptiveCard>
    {
        ["WhatWasWrong"] = Form(helpful: false),
        ["WhatHelped"] = Form(helpful: true),
        ["Withdrawn"] = GoneCard.Value,
    };

    public static TheoryData<string> Names => [.. Cards.Keys];

    [Theory, MemberData(nameof(Names))]
    public void ACard_IsAsApproved(string name) => ApprovedJson.Check(Cards[name].ToUtf8Json(), name);

    [Theory, MemberData(nameof(Names))]
    public Task ACard_IsDrawnWhole(string name) => CardRendering.CheckAsync($"feedback-{name}", Cards[name].ToUtf8Json());

    [Fact]
    public async Task EveryCard_IsValid() => Assert.Empty(await OfficialSchema.MistakesAsync(
        Cards.ToDictionary(card => card.Key, card => card.Value.ToUtf8Json()), TestContext.Current.CancellationToken));

    private static AdaptiveCard Form(bool helpful) => ((TurnResult.Dialog)FeedbackForm.Of(new Vote("icb", "0123456789ab", helpful))).Value;
}
