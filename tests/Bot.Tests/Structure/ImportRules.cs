namespace Bot.Tests.Structure;

public sealed class ImportRules
{
    [Fact]
    public void ARoom_ImportsOnlyWhatItMay() => Faults.None(SourceFile.OfTheProduct.SelectMany(Broken));

    [Fact]
    public void EveryFolder_IsARoomOfTheTable() => Faults.None(
        from file in SourceFile.OfTheProduct
        where Rooms.Of(file.Folder) is null
        select $"{file.Path} is in no room. Put it into one, or the room into the table.");

    [Fact]
    public void EveryRoomOfTheTable_IsThere()
    {
        var inhabited = SourceFile.OfTheProduct.Select(file => Rooms.Of(file.Folder)?.Name).ToHashSet();

        Assert.All(Rooms.All.Where(room => room.Name != "Knowledge/Records"), room => Assert.Contains(room.Name, inhabited));
    }

    [Theory]
    [InlineData("src/Bot/Cards/A.cs", "using Bot.Activities;", "Cards")]
    [InlineData("src/Bot/Cards/A.cs", "namespace Bot.Cards; class A { Bot.Turns.Verbs? v; }", "Cards")]
    [InlineData("src/Bot/Activities/A.cs", "namespace Bot.Activities; class A { string v = Turns.Verbs.Answer; }", "Activities")]
    [InlineData("src/Bot/Features/Feedback/A.cs", "using static Bot.Features.Questions.AnswerId;", "Features/*")]
    [InlineData("src/Bot/Features/Feedback/A.cs", "global using Q = Bot.Features.Questions.Reply;", "Features/*")]
    [InlineData("src/Bot/Features/Feedback/A.cs", "using Bot.Commands;", "Features/*")]
    [InlineData("src/Bot/Knowledge/Records/A.cs", "using Bot.Knowledge.Articles;", "Knowledge/Records")]
    [InlineData("src/Bot/Knowledge/Articles/A.cs", "using CsvHelper;", "Knowledge")]
    [InlineData("src/Bot/Storage/A.cs", "using System.CommandLine;", "Storage")]
    [InlineData("src/Answers/Text/A.cs", "using Microsoft.Extensions.Logging;", "Answers")]
    [InlineData("src/Answers/Text/A.cs", "using Systematic;", "Answers")]
    public void AForbiddenImport_IsFound(string path, string text, string room) =>
        Assert.StartsWith($"{path} breaks the rule of {room}", Assert.Single(Broken(SourceFile.Of(path, text))), StringComparison.Ordinal);

    [Theory]
    [InlineData("src/Bot/Features/Feedback/A.cs", "using System.Text;\nusing Bot.Storage;\nnamespace Bot.Features.Feedback;")]
    [InlineData("src/Bot/Knowledge/Articles/A.cs", "using Bot.Knowledge.Records; using YamlDotNet.Core;")]
    [InlineData("src/Bot/Cards/A.cs", "// like Bot.Turns.Verbs\nclass A { string s = \"Bot.Turns.Verbs\"; }")]
    [InlineData("src/Bot/Cards/A.cs", "class A { string s = \"\"\"\n using Bot.Turns;\n\"\"\"; }")]
    [InlineData("src/Bot/Commands/A.cs", "using System.CommandLine;")]
    public void AnAllowedImport_Passes(string path, string text) => Assert.Empty(Broken(SourceFile.Of(path, text)));

    private static IEnumerable<string> Broken(SourceFile file)
    {
        if (Rooms.Of(file.Folder) is not { } room)
            yield break;
        foreach (var import in file.Imports().Where(import => !room.Allows(import)))
            yield return $"{file.Path} breaks the rule of {room.Name}: it imports {import}. {room.Rule}";
    }
}
