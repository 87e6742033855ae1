namespace Bot.AzureAnswers.Authoring;

/// <summary>A job of the project that ended well.</summary>
/// <param name="Name">What was done.</param>
/// <param name="Id">As the service names it.</param>
/// <param name="Seconds">How long it was waited for.</param>
public sealed record JobReport(string Name, string Id, double Seconds);
