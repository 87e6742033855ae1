using Bot.AzureAnswers;

namespace Bot.Tests.AzureAnswers;

public sealed class ChoosingSettings
{
    [Theory]
    [InlineData("http://x.cognitiveservices.azure.com", "p", "2021-10-01", "must begin with https://")]
    [InlineData("https://x.cognitiveservices.azure.com", "", "2021-10-01", "Set both Bot:AzureAnswers:Endpoint and Bot:AzureAnswers:Project, or neither.")]
    [InlineData("https://x.cognitiveservices.azure.com", "-p", "2021-10-01", "neither begins nor ends with a hyphen")]
    [InlineData("https://x.cognitiveservices.azure.com", "p q", "2021-10-01", "letters, digits and hyphens")]
    [InlineData("https://x.cognitiveservices.azure.com", "pq", "2020-01-01", "Known are 2021-10-01, 2023-04-01, 2025-05-15-preview.")]
    public void AWrongSetting_IsRefusedAtTheStart(string endpoint, string project, string version, string says) =>
        Assert.Contains(says, Assert.Single(Faults(new() { Endpoint = endpoint, Project = project, ApiVersion = version })), StringComparison.Ordinal);

    [Fact]
    public void SettingsThatDoNotFitEachOther_AreRefused()
    {
        Assert.Contains("Answers is on", Assert.Single(Faults(new() { Answers = true })), StringComparison.Ordinal);
        Assert.Contains("Publishes is on", Assert.Single(Faults(new() { Publishes = true })), StringComparison.Ordinal);
        Assert.Contains("OfferFrom lies above", Assert.Single(Faults(new() { OfferFrom = 0.9 })), StringComparison.Ordinal);
        Assert.Contains("Metadata must look like", Assert.Single(Faults(new() { Metadata = "site" })), StringComparison.Ordinal);
        Assert.Empty(Faults(new()));
    }

    private static string[] Faults(AzureAnswersOptions options) => [.. options.Validate(new(options)).Select(fault => fault.ErrorMessage!)];
}
