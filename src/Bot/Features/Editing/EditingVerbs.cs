namespace Bot.Features.Editing;

/// <summary>Verbs of the buttons on the cards of the knowledge base.</summary>
internal static class EditingVerbs
{
    public const string Status = "kb-status";
    public const string Diff = Bot.Turns.Verbs.Drafts;
    public const string Forget = "kb-forget";
    public const string Check = "kb-check";
    public const string Problems = "kb-problems";
    public const string PublishForm = "kb-publish-form";
    public const string Publish = "kb-publish";
    public const string Releases = "kb-releases";
    public const string RollBack = "kb-roll-back";
    public const string Refresh = "kb-refresh";
    public const string Stale = "kb-stale";
    public const string DismissForm = "kb-dismiss-form";
    public const string Dismiss = "kb-dismiss";
    public const string Audit = "kb-audit";
    public const string AuditFile = "kb-audit-file";
    public const string Article = "kb-article";
    public const string History = "kb-history";
    public const string Edit = "kb-edit";
    public const string EditPreview = "kb-edit-preview";
    public const string EditSave = "kb-edit-save";
    public const string WordingForm = "kb-wording-form";
    public const string Wording = "kb-wording";
    public const string WithdrawForm = "kb-withdraw-form";
    public const string Withdraw = "kb-withdraw";
    public const string Restore = "kb-restore";
    public const string RetireForm = "kb-retire-form";
    public const string Retire = "kb-retire";
}
