using System.Text.RegularExpressions;

namespace Bot.Features.Questions;

/// <summary>A sentence about the person's own trust rather than a question about systems.</summary>
internal abstract partial record TrustSentence
{
    /// <summary>"Which trust am I with?"</summary>
    public sealed record Which : TrustSentence;

    /// <summary>"Forget my trust".</summary>
    public sealed record Forget : TrustSentence;

    /// <summary>"Change my trust".</summary>
    public sealed record Change : TrustSentence;

    /// <summary>"My trust is Barnsley Hospital", "I'm with RFF".</summary>
    /// <param name="Name">What stands where the name should.</param>
    /// <param name="Plainly">It says "trust", so a name that is not known deserves an answer too.</param>
    public sealed record Named(string Name, bool Plainly) : TrustSentence;

    /// <returns>Null for everything else, which is most of what is asked.</returns>
    public static TrustSentence? Of(string text)
    {
        text = text.Replace('’', '\'').Trim(' ', '.', '!', '?');
        if (text.Length > 200) return null;
        if (ForgetIt().IsMatch(text)) return new Forget();
        if (WhichOne().IsMatch(text)) return new Which();
        if (ChangeIt().Match(text) is { Success: true } change) return change.Groups["name"] is { Success: true } to ? new Named(to.Value, true) : new Change();
        if (IsCalled().Match(text) is { Success: true } called) return new Named(called.Groups["name"].Value, true);
        return IAmWith().Match(text) is { Success: true } with ? new Named(with.Groups["name"].Value, false) : null;
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^((please|can you|could you|now)\s+)*(forget|delete|remove|clear|erase)\s+(about\s+)?(my|our)\s+((chosen|saved|own)\s+)?(nhs\s+)?trusts?(\s+please)?$|^((please|can you|could you)\s+)*forget\s+(which|what)\s+trust\s+(i'm|i am|we're|we are)\s+(with|at|in)$", Options)]
    private static partial Regex ForgetIt();

    [GeneratedRegex(@"^((which|what|who)('s|s|\s+is|\s+are)?\s+)?(is\s+)?(my|our)\s+((chosen|saved|current|own)\s+)?(nhs\s+)?trusts?$|^(which|what)\s+(nhs\s+)?trusts?\s+(am i|are we|do i|do we|did i|have i|do you think i'm|do you think i am|do you have)(\s+(act|work|say|said|tell|told|choose|chosen|chose|set|picked?))?(\s+(you|for|with|at|in|from|me))*$|^(show|see)(\s+me)?\s+my\s+trusts?$", Options)]
    private static partial Regex WhichOne();

    [GeneratedRegex(@"^((please|can|could|may|i|we|want|would|like|need|i'd|let|me|to)\s+)*(change|switch|choose|pick|set|update|add)\s+((my|our|a|an|another|to|the|different)\s+)*(nhs\s+)?trusts?(\s+to\s+(?<name>.+))?$|^(please\s+)?switch\s+(me\s+)?to\s+(?<name>.+)$", Options)]
    private static partial Regex ChangeIt();

    [GeneratedRegex(@"^(hello|hi|and|so|ok|okay|well)?,?\s*(my|our)\s+((own|current|new)\s+)?(nhs\s+)?trust\s*(is|=|:)\s*(now\s+|called\s+)*(?<name>((?!(?<!\bst)[.!?]\s).)+)$", Options)]
    private static partial Regex IsCalled();

    [GeneratedRegex(@"^(hello|hi)?,?\s*(i'm|im|i\s+am|we're|we\s+are|i\s+work|we\s+work|i\s+act|i\s+sit)(\s+now)?(\s+an?\s+(\w+\s+)?governor)?\s+(with|at|from|for|of)\s+(?<name>[^,;?]+)$", Options)]
    private static partial Regex IAmWith();
}
