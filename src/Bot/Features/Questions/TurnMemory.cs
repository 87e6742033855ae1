using System.Text.Json;
using System.Text.Json.Serialization;
using Answers;
using Answers.Understanding;
using Bot.AzureAnswers;
using Bot.Knowledge.Releases;
using Bot.Storage;
using Bot.Turns;
using Asked = Answers.LastTurn;
using Row = Bot.Storage.LastTurn;

namespace Bot.Features.Questions;

/// <summary>Keeps what the next question of the same person in the same conversation may lean on.</summary>
public sealed class TurnMemory(LastTurns rows, OwnAnswers own)
{
    // After a while "and there?" means something else.
    private static readonly TimeSpan Holds = TimeSpan.FromMinutes(30);

    public async ValueTask<Asked?> RecallAsync(TurnContext turn, CancellationToken ct)
    {
        var row = await rows.ReadAsync(turn.ConversationId, turn.UserId, ct);
        if (row is null || turn.Now - row.At > Holds) return null;
        return JsonSerializer.Deserialize(row.Json, TurnMemoryJson.Default.KeptQuestion) is { } kept ? new Asked(kept.EntryId, kept.Words, kept.Mentions) : null;
    }

    /// <summary>The words of a question; see <see cref="AskedText"/>.</summary>
    public async ValueTask<string?> AskedAsync(TurnContext turn, string answerId, CancellationToken ct)
    {
        if (answerId.Length == 0 || await rows.ReadAsync(turn.ConversationId, turn.UserId, ct) is not { } row) return null;
        var kept = JsonSerializer.Deserialize(row.Json, TurnMemoryJson.Default.KeptQuestion);
        // Several answers to one message share the beginning of their ids.
        return kept?.Answer is { } answer && answerId.StartsWith(answer, StringComparison.Ordinal) ? kept.Said : null;
    }

    /// <summary>For a message that was deleted: what it asked is not leant on any more.</summary>
    public ValueTask ForgetMessageAsync(TurnContext turn, CancellationToken ct) =>
        turn.Activity.Id is { Length: > 0 } message ? rows.ForgetMessageAsync(turn.ConversationId, turn.UserId, message, ct) : default;

    public ValueTask KeepAsync(TurnContext turn, Outcome outcome, CancellationToken ct) => KeepAsync(turn, AnswerEngine.Remember(outcome), ct);

    /// <summary>Notes which article was shown, so that the person finds it again under the compose box. Answers from records would tell a place, so they are not noted.</summary>
    public ValueTask ShownAsync(TurnContext turn, Outcome outcome, CancellationToken ct) =>
        outcome is Answered { EntryId: var id } && id != EntryIds.SmallTalk && !id.StartsWith(EntryIds.Records, StringComparison.Ordinal) && !id.StartsWith(AzureDecision.EntryPrefix, StringComparison.Ordinal)
            ? ShownAsync(turn, id, ct) : ValueTask.CompletedTask;

    public ValueTask ShownAsync(TurnContext turn, string article, CancellationToken ct) => own.ShownAsync(turn.UserId, article, ct);

    public ValueTask KeepAsync(TurnContext turn, Asked asked, CancellationToken ct) => KeepAsync(turn, KeptQuestion.Of(asked), ct);

    /// <summary>With the question's own words, for when its answer does not help or there is none.</summary>
    public ValueTask KeepAsync(TurnContext turn, Asked asked, string said, string answerId, CancellationToken ct) =>
        KeepAsync(turn, KeptQuestion.Of(asked) with { Said = said.Length <= Wishes.LongestQuestion ? said : null, Answer = answerId }, ct);

    private async ValueTask KeepAsync(TurnContext turn, KeptQuestion asked, CancellationToken ct)
    {
        var json = JsonSerializer.Serialize(asked, TurnMemoryJson.Default.KeptQuestion);
        // A question that takes too much room must not cost the next one what it leans on.
        if (json.Length > LastTurns.MostBytes && asked.Said is not null) json = JsonSerializer.Serialize(asked with { Said = null }, TurnMemoryJson.Default.KeptQuestion);
        await rows.WriteAsync(new Row { ConversationId = turn.ConversationId, UserId = turn.UserId, Json = json, At = turn.Now, MessageId = turn.Activity.Id }, ct);
    }
}

/// <summary>A last turn as it is stored: what the next question may lean on, and how it was put.</summary>
/// <remarks>Properties have setters because the generated reader fills those that only init may set through a slow constructor.</remarks>
internal sealed record KeptQuestion
{
    public string? EntryId { get; set; }
    public IReadOnlyList<string> Words { get; set; } = [];
    public IReadOnlyList<Mention> Mentions { get; set; } = [];
    public string? Said { get; set; }
    public string? Answer { get; set; }

    public static KeptQuestion Of(Asked asked) => new() { EntryId = asked.EntryId, Words = asked.Words, Mentions = asked.Mentions };
}

[JsonSerializable(typeof(KeptQuestion))]
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class TurnMemoryJson : JsonSerializerContext;
