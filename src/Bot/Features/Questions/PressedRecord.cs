using Answers;
using Answers.Understanding;
using Bot.Cards;
using Bot.Knowledge;
using Bot.Knowledge.Records;
using Bot.Knowledge.Releases;
using Bot.Turns;

namespace Bot.Features.Questions;

/// <summary>A pressed button of the records, remembered as if its question had been typed: "and its partners?" then knows of whom.</summary>
internal static class PressedRecord
{
    /// <returns>Null where the button names nothing that is held.</returns>
    public static LastTurn? Remember(CardPress press, KnowledgeSnapshot snapshot)
    {
        if (RecordAsk.Read(press, snapshot.Records) is not { } ask || RecordReplies.NameOf(ask.Intent) is not { } intent) return null;
        var mentions = ask.Subjects.Where(s => s is not EnglandSubject).Select(s => new Mention(s.Name, s.Key.Split(':')[0], [s.Key])).ToArray();
        var placeholder = mentions.Length > 0 ? "{" + mentions[0].Kind + "}" : "";
        var wording = snapshot.Content.Intents.GetValueOrDefault(intent)?.FirstOrDefault(w => w.Contains(' ') && w.Contains(placeholder, StringComparison.Ordinal)) ?? placeholder;
        return new LastTurn(EntryIds.Records + intent, snapshot.Engine.Ask(wording).Reasons.Question.Words, mentions);
    }
}
