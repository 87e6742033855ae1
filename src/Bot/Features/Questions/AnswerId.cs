using System.Security.Cryptography;
using System.Text;
using Bot.Turns;

namespace Bot.Features.Questions;

/// <summary>A short id of one answer: the same for a redelivered question, different for every other.</summary>
internal static class AnswerId
{
    public static string Of(TurnContext turn)
    {
        var text = $"{turn.ConversationId}\n{turn.Activity.Id}\n{turn.Activity.Timestamp:O}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
    }
}
