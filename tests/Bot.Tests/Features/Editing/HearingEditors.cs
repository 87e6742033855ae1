using Bot.Features.Editing;

namespace Bot.Tests.Features.Editing;

public sealed class HearingEditors
{
    [Theory]
    [InlineData("Knowledge base", "Status")]
    [InlineData("status?", "Status")]
    [InlineData("kb status", "Status")]
    [InlineData("How is the knowledge base doing?", "Status")]
    [InlineData("what would change?", "Diff")]
    [InlineData("show me the drafts", "Diff")]
    [InlineData("kb diff", "Diff")]
    [InlineData("check", "Check")]
    [InlineData("please check the drafts", "Check")]
    [InlineData("releases", "Releases")]
    [InlineData("what is out of date?", "Stale")]
    [InlineData("refresh", "Refresh \"\"")]
    [InlineData("refresh the sources", "Refresh \"\"")]
    [InlineData("refresh papers", "Refresh \"papers\"")]
    [InlineData("list the releases", "Releases")]
    [InlineData("audit", "Audit")]
    [InlineData("show the audit log", "Audit")]
    [InlineData("discard all drafts", "Forget")]
    [InlineData("publish", "Publish \"\"")]
    [InlineData("Publish the drafts because the board has merged.", "Publish \"the board has merged\"")]
    [InlineData("publish: new figures", "Publish \"new figures\"")]
    [InlineData("roll back", "RollBack  \"\"")]
    [InlineData("roll back to 3", "RollBack 3 \"\"")]
    [InlineData("rollback to release 12, because it was wrong", "RollBack 12 \"it was wrong\"")]
    [InlineData("edit ics", "OfArticle Edit \"ics\" \"\"")]
    [InlineData("edit the article \"What an ICB does\"", "OfArticle Edit \"What an ICB does\" \"\"")]
    [InlineData("history of stp", "OfArticle History \"stp\" \"\"")]
    [InlineData("withdraw this", "OfArticle Withdraw \"this\" \"\"")]
    [InlineData("take back ics since the number is wrong", "OfArticle Withdraw \"ics\" \"the number is wrong\"")]
    [InlineData("restore ics", "OfArticle Restore \"ics\" \"\"")]
    [InlineData("retire acs", "OfArticle Retire \"acs\" \"\"")]
    [InlineData("add a wording to ics: what is an ICS then", "OfArticle Wording \"ics\" \"what is an ICS then\"")]
    public void ASentence_IsUnderstood(string text, string means) => Assert.Equal(means, Words(EditingSentence.Of(text)));

    [Theory]
    [InlineData("")]
    [InlineData("What is the status of ICSs?")]
    [InlineData("who publishes the plan")]
    [InlineData("when do boards publish their papers")]
    [InlineData("which footprint is Barnsley in?")]
    [InlineData("what changed in 2022?")]
    [InlineData("check out the timeline")]
    [InlineData("change my trust")]
    [InlineData("what do you hold about me?")]
    [InlineData("make my pack")]
    [InlineData("refresh my memory of the eight questions")]
    [InlineData("who are our partners")]
    public void AnythingElse_IsNotTaken(string text) => Assert.Null(EditingSentence.Of(text));

    [Fact]
    public void ManySpaces_AreReadAsOne()
    {
        var spaces = string.Concat(Enumerable.Repeat(" \t", 140));

        Assert.Equal($"OfArticle Withdraw \"{new string('a', 190)}\" \"\"", Words(EditingSentence.Of("withdraw" + spaces + new string('a', 190))));
        Assert.Equal("Publish \"it is right\"", Words(EditingSentence.Of($"publish{spaces}because{spaces}it{spaces[..9]}is right")));
    }

    private static string Words(EditingSentence? said) => said switch
    {
        EditingSentence.Publish publish => $"Publish \"{publish.Why}\"",
        EditingSentence.Refresh refresh => $"Refresh \"{refresh.Source}\"",
        EditingSentence.RollBack back => $"RollBack {back.Number} \"{back.Why}\"",
        EditingSentence.OfArticle article => $"OfArticle {article.What} \"{article.Named}\" \"{article.Why}\"",
        _ => said?.GetType().Name ?? "",
    };
}
