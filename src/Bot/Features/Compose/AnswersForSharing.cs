using Bot.Cards;

namespace Bot.Features.Compose;

/// <summary>Where answers come from; the feature that answers questions gives these three.</summary>
/// <param name="Find">For what is being typed, best first.</param>
/// <param name="Read">For a whole message of somebody.</param>
/// <param name="ByKey">One again; null where it is no longer held.</param>
public sealed record AnswersForSharing(Func<string, IReadOnlyList<SharedAnswer>> Find, Func<string, SharedReading> Read, Func<string, SharedAnswer?> ByKey);
