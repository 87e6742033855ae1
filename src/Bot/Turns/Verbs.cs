namespace Bot.Turns;

/// <summary>Verbs of the buttons that stand on cards of one feature and are handled by another.</summary>
public static class Verbs
{
    public const string Answer = "answer";
    public const string FollowUp = "follow-up";
    public const string Walk = "walk";
    public const string Record = "record";
    public const string Export = "export";
    public const string Map = "map";
    public const string TrustChoose = "trust-choose";
    public const string TrustSwitch = "trust-switch";
    public const string TrustForget = "trust-forget";
    public const string Keep = "keep";
    public const string Feedback = "feedback";
    public const string AnswerView = "answer-view";
    public const string FeedbackWords = "feedback-words";
    public const string Person = "person";
    public const string Gaps = "gaps";
    public const string Drafts = "kb-diff";
}
