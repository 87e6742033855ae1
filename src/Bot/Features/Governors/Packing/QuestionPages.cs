using Bot.Features.Governors.Recording;
using Bot.Features.Governors.Walking;
using Bot.Knowledge;
using Bot.Knowledge.Records.Composing;
using Bot.Papers;
using Bot.Storage.Governors;

namespace Bot.Features.Governors.Packing;

/// <summary>The pages of one question: guidance, local facts, and room for notes or the notes kept.</summary>
internal static class QuestionPages
{
    private const int LinesToWrite = 6;

    public static IEnumerable<Block> Of(Workspace workspace, EightQuestion question, KnowledgeSnapshot snapshot)
    {
        yield return new Block.Heading(1, question.Article.Heading) { OnNewPage = true };
        yield return new Block.Heading(2, "The question in plain words");
        yield return new Block.Paragraph(question.Plain) { IsStrong = true };
        yield return new Block.Heading(2, "Why it matters");
        yield return new Block.Paragraph(question.WhyItMatters);
        foreach (var block in Local(workspace, question.Number, snapshot)) yield return block;
        foreach (var (heading, text) in question.Parts)
        {
            yield return new Block.Heading(2, heading);
            foreach (var block in Markdown(text)) yield return block;
        }

        yield return new Block.Paragraph($"Guidance as at {SpokenDate.Words(question.Article.AsOf)}.");
        foreach (var block in Notes(workspace, question.Number)) yield return block;
    }

    private static IEnumerable<Block> Local(Workspace workspace, int question, KnowledgeSnapshot snapshot)
    {
        var facts = LocalFacts.Of(question, workspace.Trust, snapshot.Records);
        yield return new Block.Heading(2, $"Known for {workspace.Trust.Trust.ShortName}");
        yield return new Block.Bullets(facts.Lines);
        yield return new Block.Paragraph($"From public records, as at {LocalFacts.AsAt} where no other date is given.{(facts.ShowsKinds ? $" {Say.KindsFootnote}" : "")}");
    }

    private static IEnumerable<Block> Notes(Workspace workspace, int question)
    {
        yield return new Block.Heading(2, "Notes");
        foreach (var note in workspace.Notes.Where(note => note.Question == question))
        {
            var to = note.PutTo.Length > 0 ? $", put to {note.PutTo}" : "";
            yield return new Block.Heading(3, $"Meeting on {SpokenDate.Words(note.Meeting)}");
            yield return new Block.Paragraph($"{HowItStands.Of(note)}{to}") { IsStrong = true };
            if (note.Answer.Length > 0) yield return new Block.Paragraph(note.Answer);
            if (NoteLines.FollowUp(note, plain: true) is { } follow) yield return new Block.Paragraph(follow);
        }

        yield return new Block.RoomToWrite("Room for your notes", LinesToWrite);
    }

    /// <summary>The paragraphs and lists of an article.</summary>
    internal static IEnumerable<Block> Markdown(string text)
    {
        var bullets = new List<string>();
        var words = new List<string>();
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries).Append(""))
        {
            if (line.StartsWith("- ", StringComparison.Ordinal))
            {
                if (words.Count > 0) yield return Paragraph(words);
                bullets.Add(line[2..]);
                continue;
            }

            if (bullets.Count > 0) yield return new Block.Bullets([.. bullets]);
            bullets.Clear();
            if (line.Length > 0) words.Add(line);
            else if (words.Count > 0) yield return Paragraph(words);
        }
    }

    private static Block.Paragraph Paragraph(List<string> words)
    {
        var text = string.Join(' ', words);
        words.Clear();
        return new Block.Paragraph(text);
    }
}
