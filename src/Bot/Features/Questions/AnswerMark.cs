using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Cards;
using Bot.Turns;

namespace Bot.Features.Questions;

/// <summary>What a card holds so that it can be drawn again and found changed.</summary>
internal static class AnswerMark
{
    public const string Changed = "This answer has changed since it was posted. You see it as it stands now.";

    // Without the dates, whose words change when a review is overdue.
    public static string Of(Reply reply)
    {
        var words = string.Join('\n', reply.Points.Prepend(reply.Status).Prepend(reply.Short).Prepend(reply.Heading));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)).AsSpan(0, 4));
    }

    /// <summary>Automatic for the reader where others read it too; elsewhere from the menu of the message.</summary>
    public static Refresh? Refresh(AnswerFacts facts, CardContext context) => context.For is not { } reader || facts.Origin.Count == 0 ? null : new Refresh(
        new ExecuteAction("Refresh", Verbs.AnswerView, Data(facts, context.AnswerId)) { SendsInputs = false },
        reader.IsShared && reader.ReaderId.Length > 0 ? [reader.ReaderId] : []);

    public static bool IsChanged(AnswerFacts facts, CardContext context) => context.For?.Was is { } was && was != facts.Mark;

    public static JsonObject Data(AnswerFacts facts, string answerId)
    {
        var data = new JsonObject { ["subject"] = facts.Subject, ["answer"] = answerId, ["was"] = facts.Mark };
        foreach (var (name, value) in facts.Origin) data[name] = value;
        return data;
    }
}
