using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Cards;
using Bot.Turns;

namespace Bot.Features.Editing;

/// <summary>Buttons that stand on several cards of the knowledge base.</summary>
internal static class EditingButtons
{
    public static ExecuteAction Status { get; } = new("Status", EditingVerbs.Status) { SendsInputs = false };

    public static ExecuteAction Diff { get; } = new("What would change", EditingVerbs.Diff) { SendsInputs = false };

    public static ExecuteAction Check { get; } = new("Check the drafts", EditingVerbs.Check) { SendsInputs = false };

    public static ExecuteAction Gaps { get; } = new("Gap board", Verbs.Gaps) { SendsInputs = false };

    public static ExecuteAction PublishForm { get; } = new("Publish the drafts", EditingVerbs.PublishForm) { SendsInputs = false };

    public static ExecuteAction Releases { get; } = new("Releases", EditingVerbs.Releases) { SendsInputs = false };

    public static ExecuteAction Refresh { get; } = new("Refresh the sources", EditingVerbs.Refresh) { SendsInputs = false };

    public static ExecuteAction Stale { get; } = new("Articles to look at", EditingVerbs.Stale) { SendsInputs = false };

    public static ExecuteAction Audit { get; } = new("Audit log", EditingVerbs.Audit) { SendsInputs = false };

    public static ExecuteAction DiffPage(string title, int page) =>
        new(title, EditingVerbs.Diff, new JsonObject { ["page"] = page.ToString(CultureInfo.InvariantCulture) }) { SendsInputs = false };

    public static ExecuteAction OfArticle(string title, string verb, string article) =>
        new(title, verb, new JsonObject { ["article"] = article }) { SendsInputs = false };

    public static SubmitAction Edit(string article) =>
        new("Edit in a form", EditingVerbs.Edit, new JsonObject { ["article"] = article }) { OpensDialog = true, SendsInputs = false };

    /// <summary>Every change has a reason, for the audit log.</summary>
    public static TextInput Why(string label = "Why (kept in the audit log)", string? value = null) =>
        new("why", label) { IsRequired = true, ErrorMessage = "Say why in a few words", MaxLength = 500, Value = value };
}
