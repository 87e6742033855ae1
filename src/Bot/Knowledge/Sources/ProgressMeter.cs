namespace Bot.Knowledge.Sources;

/// <summary>Tells how far a refresh is, from whichever thread a document is done on.</summary>
internal sealed class ProgressMeter(IProgress<RefreshProgress>? progress, TimeProvider time)
{
    private readonly Lock _gate = new();
    private long _started = time.GetTimestamp();
    private int _done, _total;

    public void Expect(int documents)
    {
        lock (_gate)
        {
            if (_total == 0) _started = time.GetTimestamp();
            _total += documents;
            progress?.Report(new RefreshProgress(_done, _total, null, ""));
        }
    }

    public void Done(string document)
    {
        lock (_gate)
        {
            _done++;
            progress?.Report(new RefreshProgress(_done, _total, time.GetElapsedTime(_started) / _done * (_total - _done), document));
        }
    }
}
