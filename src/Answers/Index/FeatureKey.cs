namespace Answers.Index;

/// <summary>64-bit names of features: FNV-1a over the group and the characters, so that no feature text is kept.</summary>
internal static class FeatureKey
{
    private const ulong Prime = 1099511628211;

    public static ulong Of(int group, ReadOnlySpan<char> text) => Add(Start(group), text);

    public static ulong Of(int group, string first, string second) => Add(Add(Start(group), first) * Prime ^ 0x1F, second);

    private static ulong Start(int group) => (14695981039346656037 ^ (ulong)(uint)group) * Prime;

    private static ulong Add(ulong hash, ReadOnlySpan<char> text)
    {
        foreach (var c in text) hash = (hash ^ c) * Prime;
        return hash;
    }
}
