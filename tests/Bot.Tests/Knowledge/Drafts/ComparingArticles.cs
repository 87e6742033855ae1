using Bot.Knowledge.Articles;
using Bot.Knowledge.Drafts;
using Bot.Tests.Knowledge.Releases;

namespace Bot.Tests.Knowledge.Drafts;

public sealed class ComparingArticles
{
    private static readonly Article Shed = ContentFolder.Readable(SmallContent.Files).Single(article => article.Id == "shed");

    [Fact]
    public void AChangedField_IsNamed_BeforeAndAfter() =>
        Assert.Equal("Short answer -The bicycle shed stands behind gate 1. +Gone.", Words(Shed with { Short = "Gone." }));

    [Fact]
    public void AWordingMore_IsOneLine() =>
        Assert.Equal("Other wordings +where is it kept", Words(Shed with { Alternates = [.. Shed.Alternates, "where is it kept"] }));

    [Fact]
    public void AnotherOrder_IsAChange() =>
        Assert.StartsWith("Next steps -hall; pond +pond; hall", Words(Shed with { Prompts = ["pond", "hall"] }), StringComparison.Ordinal);

    [Fact]
    public void ADetail_IsComparedLineByLine() =>
        Assert.Equal("Detail +It has a new roof.", Words(Shed with { Detail = Shed.Detail + "\n\nIt has a new roof." }));

    [Fact]
    public void ARetiredArticle_SaysAllThatChanged() => Assert.Equal(
        "Status -Current +Historical: It burnt down | Valid to +31 October 2026 | Successor +hall",
        Words(Shed with { Status = ArticleStatus.Historical, StatusNote = "It burnt down", ValidTo = new DateOnly(2026, 10, 31), SupersededBy = "hall" }));

    [Fact]
    public void TheSameArticle_HasNoChange() => Assert.Empty(ChangedFields.Between(Shed, Shed));

    [Fact]
    public void ANewArticle_OnlyAdds() => Assert.All(ChangedFields.Of("village/shed.md", null, ArticleText.Of(Shed)), field => Assert.Empty(field.Removed));

    [Fact]
    public void AFileThatIsNoArticle_IsComparedLineByLine() =>
        Assert.Equal("Lines -broken +mended", Words(ChangedFields.Of("village/shed.md", "broken", "mended")));

    private static string Words(Article after) => Words(ChangedFields.Between(Shed, after));

    private static string Words(IEnumerable<FieldChange> changes) =>
        string.Join(" | ", changes.Select(change => string.Join(' ', [change.Field, .. change.Removed.Select(text => $"-{text}"), .. change.Added.Select(text => $"+{text}")])));
}
