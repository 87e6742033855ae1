namespace Bot.Activities;

/// <summary>Collects a turn's messages for the HTTP response (deliveryMode expectReplies).</summary>
public sealed class BufferedReplies : IReplyPath
{
    private readonly Lock _gate = new();
    private readonly List<OutboundActivity> _activities = [];
    private bool _closed;

    public ValueTask<string?> SendAsync(OutboundActivity a, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var id = Guid.CreateVersion7().ToString("N");
        lock (_gate)
        {
            // A turn that overran its deadline may still speak; its response has gone.
            if (_closed)
                return new((string?)null);
            _activities.Add(a with { Id = id });
        }

        return new(id);
    }

    public ValueTask<bool> UpdateAsync(string activityId, OutboundActivity a, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (_closed)
                return new(false);
            var at = _activities.FindIndex(x => x.Id == activityId);
            if (at >= 0)
                _activities[at] = a with { Id = activityId };
            else
                _activities.Add(a with { Id = activityId, Type = ActivityTypes.MessageUpdate });
        }

        return new(true);
    }

    // The caller waits for the response anyway.
    public ValueTask TypingAsync(CancellationToken ct) => default;

    public IReadOnlyList<OutboundActivity> Close()
    {
        lock (_gate)
        {
            _closed = true;
            return _activities;
        }
    }
}
