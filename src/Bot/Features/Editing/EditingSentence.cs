using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Roles;

namespace Bot.Features.Editing;

/// <summary>A sentence of somebody who keeps the knowledge base.</summary>
/// <param name="Least">The role that it needs.</param>
internal abstract partial record EditingSentence(Role Least)
{
    public sealed record Status() : EditingSentence(Role.Viewer);

    public sealed record Diff() : EditingSentence(Role.Viewer);

    public sealed record Releases() : EditingSentence(Role.Viewer);

    public sealed record Audit() : EditingSentence(Role.Viewer);

    public sealed record Stale() : EditingSentence(Role.Viewer);

    /// <param name="Source">Empty: all of them.</param>
    public sealed record Refresh(string Source) : EditingSentence(Role.Editor);

    public sealed record Check() : EditingSentence(Role.Editor);

    public sealed record Forget() : EditingSentence(Role.Editor);

    /// <param name="Why">Empty: it is asked for.</param>
    public sealed record Publish(string Why) : EditingSentence(Role.Admin);

    /// <param name="Number">Null: the releases are listed.</param>
    /// <param name="Why">Empty: it is asked for.</param>
    public sealed record RollBack(long? Number, string Why) : EditingSentence(Role.Admin);

    /// <summary>About one article, named in its own words.</summary>
    /// <param name="What">What is to be done.</param>
    /// <param name="Named">Its id, heading, button or question; "this" for the one that was last shown.</param>
    /// <param name="Why">Empty: it is asked for.</param>
    /// <param name="Least">The role that it needs.</param>
    public sealed record OfArticle(ArticleWish What, string Named, string Why, Role Least) : EditingSentence(Least);

    public static EditingSentence? Of(string text)
    {
        // Every message passes here: nearly all hold none of these words and are let go at once.
        if (text.Length > 600 || !text.AsSpan().ContainsAny(Words)) return null;
        // Runs of spaces would make the patterns below try every way to share them out.
        text = Spaces().Replace(text.Replace('’', '\''), " ").Trim(' ', '.', '!', '?');
        if (StatusWords().IsMatch(text)) return new Status();
        if (DiffWords().IsMatch(text)) return new Diff();
        if (StaleWords().IsMatch(text)) return new Stale();
        if (RefreshWords().Match(text) is { Success: true } refresh) return new Refresh(refresh.Groups["source"].Value);
        if (CheckWords().IsMatch(text)) return new Check();
        if (ReleasesWords().IsMatch(text)) return new Releases();
        if (AuditWords().IsMatch(text)) return new Audit();
        if (ForgetWords().IsMatch(text)) return new Forget();
        if (PublishWords().Match(text) is { Success: true } publish) return new Publish(publish.Groups["why"].Value.Trim());
        if (RollBackWords().Match(text) is { Success: true } back)
            return new RollBack(long.TryParse(back.Groups["n"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null, back.Groups["why"].Value.Trim());
        return ArticleWords().Match(text) is { Success: true } article ? About(article) : null;
    }

    private static OfArticle About(Match match)
    {
        var (what, least) = match.Groups["verb"].Value.Split(' ')[0].ToLowerInvariant() switch
        {
            "history" => (ArticleWish.History, Role.Viewer),
            "edit" => (ArticleWish.Edit, Role.Editor),
            "add" => (ArticleWish.Wording, Role.Editor),
            "retire" => (ArticleWish.Retire, Role.Editor),
            "restore" => (ArticleWish.Restore, Role.Admin),
            _ => (ArticleWish.Withdraw, Role.Admin),
        };
        return new OfArticle(what, match.Groups["article"].Value.Trim(' ', '"', '\''), match.Groups["why"].Value.Trim(), least);
    }

    private static readonly SearchValues<string> Words = SearchValues.Create(
        ["status", "kb", "knowledge base", "change", "waiting", "diff", "draft", "check", "release", "audit", "publish", "roll", "edit", "withdraw", "take back", "restore", "retire", "history", "add a", "stale", "out of date", "overdue", "reviewed", "looked at", "refresh"],
        StringComparison.OrdinalIgnoreCase);

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const string Base = @"(the\s+)?(knowledge\s+base|kb)";
    private const string Polite = @"^((please|can|could|you|i|want|would|like|to)\s+)*(kb\s+)?";
    private const string Reason = @"(\s*(,\s*)?(because|since|as|:)\s*(?<why>.{2,500}))?$";

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^(" + Base + @"(\s+(status|help|admin))?|manage\s+" + Base + @"|(kb\s+)?status(\s+of\s+" + Base + @")?|how\s+is\s+" + Base + @"(\s+doing)?)$", Options)]
    private static partial Regex StatusWords();

    [GeneratedRegex(Polite + @"(what\s+(would|will)\s+change|what\s+is\s+waiting|diff|(show|list)(\s+me)?\s+(the\s+)?(waiting\s+)?(drafts|changes)|drafts)$", Options)]
    private static partial Regex DiffWords();

    [GeneratedRegex(Polite + @"(stale(\s+articles)?|(show|list)(\s+me)?\s+(the\s+)?stale\s+articles|what\s+is\s+(out\s+of\s+date|stale|overdue)|what\s+(has|needs)\s+to\s+be\s+(reviewed|looked\s+at))$", Options)]
    private static partial Regex StaleWords();

    [GeneratedRegex(Polite + @"refresh(\s+(it|now|(the\s+|all\s+)?sources|" + Base + @"|(the\s+source\s+)?(?<source>[a-z0-9][a-z0-9_.-]{0,39})))?$", Options)]
    private static partial Regex RefreshWords();

    [GeneratedRegex(Polite + @"check(\s+(the\s+)?(drafts|changes)|\s+" + Base + @"|\s+it)?$", Options)]
    private static partial Regex CheckWords();

    [GeneratedRegex(Polite + @"((show|list)(\s+me)?\s+)?(the\s+|all\s+)?releases$", Options)]
    private static partial Regex ReleasesWords();

    [GeneratedRegex(Polite + @"((show|list)(\s+me)?\s+)?(the\s+)?audit(\s+(log|trail))?$|^who\s+changed\s+what$", Options)]
    private static partial Regex AuditWords();

    [GeneratedRegex(Polite + @"(forget|discard|drop)\s+(all\s+)?(the\s+|my\s+)?drafts$", Options)]
    private static partial Regex ForgetWords();

    [GeneratedRegex(Polite + @"publish(\s+(it|now|(the\s+)?(drafts|changes)))?" + Reason, Options)]
    private static partial Regex PublishWords();

    [GeneratedRegex(Polite + @"roll\s?back(\s+(it|" + Base + @"))?(\s+to)?(\s+release)?(\s+(?<n>\d{1,9}))?" + Reason, Options)]
    private static partial Regex RollBackWords();

    [GeneratedRegex(Polite + @"(?<verb>edit|withdraw|take\s+back|restore|retire|history(\s+of)?|add\s+an?\s+(wording|alternate|alternative)\s+(to|for))\s+(the\s+)?(article\s+|answer\s+(?=\S))?(?<article>.{2,200}?)" + Reason, Options)]
    private static partial Regex ArticleWords();
}

internal enum ArticleWish { History, Edit, Wording, Retire, Withdraw, Restore }
