using System.Data.Common;
using Answers;
using Bot.Cards;
using Bot.Knowledge;
using Bot.Knowledge.Releases;
using Bot.Proactive;
using Bot.Storage;
using Microsoft.Extensions.Options;

namespace Bot.Features.Questions.Telling;

/// <summary>
/// Asks each release, once, everything that people want to be told about, on every replica: the wish's id is the message's key, so its answer is sent once.
/// Only a plain answer counts. Who was told something unsure would not ask again.
/// </summary>
public sealed class TellingClock(Wishes wishes, KnowledgeStore knowledge, Answering answering, TellingOutbox outbox, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(20);

    public async Task LookAsync(CancellationToken ct)
    {
        var snapshot = knowledge.Current;
        foreach (var wish in await wishes.NotHeldAgainstAsync(snapshot.State, outbox.Days, ct))
        {
            if (Answer(wish, snapshot) is not { } card)
            {
                await wishes.HoldAgainstAsync(wish.Id, snapshot.State, ct);
                continue;
            }

            await outbox.AddAsync(wish, card, ct);
            await wishes.DoneAsync(wish.Id, ct);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception e) when (e is DbException or TimeoutException or IOException)
            {
                outbox.Stuck(e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private AdaptiveCard? Answer(Wish wish, KnowledgeSnapshot snapshot)
    {
        var heard = Asking.Of(wish.Question, snapshot, null);
        if (heard.FirstOrDefault(h => h.Own is null && h.Plain is Answered { EntryId: not EntryIds.SmallTalk }) is not { } answered) return null;
        var context = new CardContext(wish.Id[..12], DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), TellingCards.Note(wish.Question, DateOnly.FromDateTime(wish.At.UtcDateTime)));
        // What was withdrawn, or has a choice to offer, is no answer although the engine found one.
        return answering.Card(answered.Plain, snapshot, context) is { Rating: not null } card ? card : null;
    }
}

/// <summary>Hands answers that somebody waited for to the outbox.</summary>
public sealed class TellingOutbox(Outbox outbox, IOptions<StorageOptions> storage, ILogger<TellingOutbox> log)
{
    /// <summary>How long a wish is kept.</summary>
    public int Days => storage.Value.QuestionDays;

    public async Task AddAsync(Wish wish, AdaptiveCard card, CancellationToken ct)
    {
        // The same person may wish the same again later, which is another message.
        var addition = await outbox.AddAsync($"wish:{wish.Id}:{wish.At.ToUnixTimeMilliseconds()}", "answer", wish.ConversationId, card, ct);
        if (addition is OutboxAddition.UnknownConversation or OutboxAddition.TooLarge) Log.AnswerNotTold(log, addition);
    }

    internal void Stuck(Exception fault) => Log.WishesStuck(log, fault.GetType().Name);
}
