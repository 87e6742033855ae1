namespace Answers.Index;

/// <summary>The distinct features of one text in one view, before rarity is known, in order of appearance.</summary>
internal sealed class RawText
{
    private static readonly float[] Logs = [.. Enumerable.Range(0, 64).Select(Damped)];

    private RawText(ulong[] keys, byte[] groups, float[] counts) => (Keys, Groups, Counts) = (keys, groups, counts);

    public ulong[] Keys { get; }

    public byte[] Groups { get; }

    /// <summary>1 + ln of how often the feature occurs in the text.</summary>
    public float[] Counts { get; }

    public static RawText Of(View view, IReadOnlyList<string> words, IReadOnlyList<string> stems)
    {
        var sink = FeatureSink.Rent();
        view.Read(words, stems, sink);
        var times = sink.Times;
        var counts = new float[times.Length];
        for (var i = 0; i < counts.Length; i++) counts[i] = times[i] < Logs.Length ? Logs[times[i]] : Damped(times[i]);
        return new RawText(sink.Keys.ToArray(), sink.Groups.ToArray(), counts);
    }

    /// <summary>How often the feature at a place occurs.</summary>
    public int Times(int place) => (int)Math.Round(Ranking.Exact.Exp(Counts[place] - 1));

    /// <summary>What so many times count for.</summary>
    public static float Damped(int times) => times <= 1 ? 1 : 1 + (float)Ranking.Exact.Log(times);
}
