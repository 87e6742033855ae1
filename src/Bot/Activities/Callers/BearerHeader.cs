using Microsoft.Extensions.Primitives;

namespace Bot.Activities.Callers;

/// <summary>"Bearer", one space, one token of three parts; in exactly one header.</summary>
internal static class BearerHeader
{
    private const string Scheme = "Bearer ";

    // Ten times what the channel sends.
    private const int LongestToken = 16 * 1024;

    public static TokenStep Read(StringValues header, out ReadOnlyMemory<char> token)
    {
        token = default;
        if (header.Count == 0)
            return TokenStep.NoHeader;
        if (header.Count > 1 || header[0] is not { } value || !value.StartsWith(Scheme, StringComparison.Ordinal))
            return TokenStep.Header;
        token = value.AsMemory(Scheme.Length);
        if (token.IsEmpty || token.Span.Contains(' '))
            return TokenStep.Header;

        // Five parts would be an encrypted token; the channel sends none.
        return token.Length > LongestToken || token.Span.Count('.') != 2 ? TokenStep.Form : TokenStep.Accepted;
    }
}
