using System.ComponentModel.DataAnnotations;

namespace Bot.Activities;

/// <summary>Limits of the wire: section Bot:Activities.</summary>
public sealed class ActivityOptions
{
    public const string Section = "Bot:Activities";

    /// <summary>The largest request body read, in bytes. Default 1 MB.</summary>
    [Range(1_024, 20_000_000)]
    public int BodyLimit { get; set; } = 1_048_576;

    /// <summary>How long a queued turn may take. Default 30.</summary>
    [Range(0.05, 300)]
    public double TurnSeconds { get; set; } = 30;

    /// <summary>How long a turn may take whose replies go into the response. Default 12: callers give up at 15.</summary>
    [Range(0.05, 14)]
    public double ExpectRepliesSeconds { get; set; } = 12;

    /// <summary>How long an invoke may take. Default 4.5: Teams asks for 5.</summary>
    [Range(0.05, 14)]
    public double InvokeSeconds { get; set; } = 4.5;

    /// <summary>How long a queued message may take before the user sees that we are typing. Default 0.7.</summary>
    [Range(0.01, 60)]
    public double TypingAfterSeconds { get; set; } = 0.7;

    /// <summary>How many conversations are worked on at once. Default 256.</summary>
    [Range(1, 1_024)]
    public int Lanes { get; set; } = 256;

    /// <summary>How many turns may wait in one lane. Default 16.</summary>
    [Range(1, 10_000)]
    public int QueuePerLane { get; set; } = 16;

    /// <summary>How long a caller is held while its turn runs, before the turn goes on without it. Default 1; callers give up at 15.</summary>
    [Range(0, 10)]
    public double AcknowledgeSeconds { get; set; } = 1;

    /// <summary>How long a caller is held while a lane is full, before it is asked to come again. Default 2.</summary>
    [Range(0.01, 10)]
    public double QueueWaitSeconds { get; set; } = 2;

    /// <summary>How long a stop waits for turns that were accepted. Default 10.</summary>
    [Range(0, 25)]
    public double DrainSeconds { get; set; } = 10;

    /// <summary>The first wait before a send is tried again; it doubles, with jitter. Default 0.5.</summary>
    [Range(0.001, 10)]
    public double RetryDelaySeconds { get; set; } = 0.5;

    /// <summary>The longest Retry-After that a turn waits for. Default 15.</summary>
    [Range(0, 120)]
    public double LongestRetryAfterSeconds { get; set; } = 15;
}
