namespace Bot.Telemetry;

/// <summary>Names of what is said beside a span or a figure. Each has few values, and none says who wrote or what.</summary>
public static class Tags
{
    public const string Stage = "stage", Kind = "kind", Outcome = "outcome", Feature = "feature", Status = "status", Code = "code", State = "state", Claim = "claim";

    /// <summary>What a person wrote; only where <c>Bot:Telemetry:WithText</c> is on.</summary>
    public const string Text = "text";
}
