namespace Answers.Index;

/// <summary>64-bit names of features: FNV-1a over the group and the characters, so that no feature text is kept.</summary>
internal static class FeatureKey
{
    private const ulong Prime = 1099511628211;

    public static ulong Of(int group, ReadOnlySpan<char> text) => Add(Start(group), text);

    public static ulong Of(int group, ReadOnlySpan<char> first, ReadOnlySpan<char> second) => Add(Add(Start(group), first) * Prime ^ 0x1F, second);

    /// <summary>Every run of 3 to 5 characters; a longer one goes on from the shorter one's key.</summary>
    public static void Runs(int group, ReadOnlySpan<char> text, FeatureSink sink)
    {
        for (var at = 0; at + 3 <= text.Length; at++)
        {
            var key = Add(Start(group), text.Slice(at, 3));
            sink.Take(group, key);
            if (at + 4 > text.Length) continue;
            key = Add(key, text[at + 3]);
            sink.Take(group, key);
            if (at + 5 <= text.Length) sink.Take(group, Add(key, text[at + 4]));
        }
    }

    private static ulong Start(int group) => (14695981039346656037 ^ (ulong)(uint)group) * Prime;

    private static ulong Add(ulong hash, char c) => (hash ^ c) * Prime;

    private static ulong Add(ulong hash, ReadOnlySpan<char> text)
    {
        foreach (var c in text) hash = Add(hash, c);
        return hash;
    }
}
