namespace Bot.Features.Questions;

/// <summary>Who reads an answer.</summary>
/// <param name="ReaderId">The person it is drawn for.</param>
/// <param name="IsShared">Others read it too, in a group chat or a channel.</param>
/// <param name="Helpful">What this person said of it.</param>
/// <param name="Was">The mark of the answer as they saw it before.</param>
public sealed record Audience(string ReaderId, bool IsShared, bool? Helpful = null, string? Was = null);
