namespace Bot.Features.Gaps;

/// <summary>Verbs of the buttons on the gap board's cards.</summary>
internal static class GapVerbs
{
    public const string Open = "gap";
    public const string WordingForm = "gap-wording-form";
    public const string Wording = "gap-wording";
    public const string ArticleForm = "gap-article-form";
    public const string Article = "gap-article";
    public const string StrangerForm = "gap-stranger-form";
    public const string Stranger = "gap-stranger";
    public const string DismissForm = "gap-dismiss-form";
    public const string Dismiss = "gap-dismiss";

    /// <summary>Each opens a form, in a dialog or where the client has none in the chat.</summary>
    public static IReadOnlyList<string> Forms { get; } = [WordingForm, ArticleForm, StrangerForm, DismissForm];

    public static IReadOnlyList<string> Saves { get; } = [Wording, Article, Stranger, Dismiss];
}
