using Bot.Tests.Support;
using Bot.Tests.Whole;

namespace Bot.Tests.Features.Governors;

public sealed class AskingAboutDuties
{
    private const string MayHaveChanged = "may have changed since", Secretary = "trust secretary";

    [Theory]
    [InlineData("Can we vote on this?", "more than half of all governors", "more than half of the governors voting", MayHaveChanged, Secretary)]
    [InlineData("do we get a vote on the merger?", "more than half of all governors", MayHaveChanged, Secretary)]
    [InlineData("is this a significant transaction?", "more than half of the governors voting", "merger or acquisition: more than half of all governors", MayHaveChanged, Secretary)]
    [InlineData("who do we hold to account?", "non-executive directors", "for each NED and for all NEDs together", MayHaveChanged, Secretary)]
    [InlineData("are governors being abolished?", "Not yet, as far as this guide could check", "a Health Bill was in Parliament", MayHaveChanged, Secretary)]
    [InlineData("who approves changes to our constitution?", "more than half of the governors voting", MayHaveChanged, Secretary)]
    [InlineData("do we appoint the chair?", "appoints the chair", MayHaveChanged, Secretary)]
    public async Task ADuty_IsAnsweredWithItsExactVote_AndTheWarning(string question, params string[] words)
    {
        var card = await (await SharedGuide.Instance).AskAsync(question);

        var text = CardReading.VisibleText(card) + " " + CardReading.HiddenText(card);
        Assert.All(words, word => Assert.Contains(word, text, StringComparison.OrdinalIgnoreCase));
    }
}
