using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace Bot.AzureAnswers;

/// <summary>A project of Azure question answering, to ask beside the engine and to publish to: section Bot:AzureAnswers. Nothing is asked or published until it is switched on.</summary>
public sealed partial class AzureAnswersOptions : IValidatableObject
{
    public const string Section = "Bot:AzureAnswers";
    internal const string FirstVersion = "2021-10-01";
    private static readonly string[] Versions = [FirstVersion, "2023-04-01", "2025-05-15-preview"];

    /// <summary>Of the Language resource. Empty: there is none.</summary>
    public string Endpoint { get; set; } = "";

    public string Project { get; set; } = "";

    [Required]
    public string Deployment { get; set; } = "production";

    /// <summary>Empty: a token of Microsoft Entra is used.</summary>
    public string Key { get; set; } = "";

    public string ApiVersion { get; set; } = FirstVersion;

    /// <summary>Send questions to it.</summary>
    public bool Answers { get; set; }

    /// <summary>Send questions too that the engine would refuse, unless it knows them for strangers.</summary>
    public bool Refused { get; set; }

    /// <summary>Let it answer from documents that were uploaded to the project whole.</summary>
    public bool Unstructured { get; set; }

    /// <summary>Only pairs with all of these: <c>site:east; topic:travel</c>.</summary>
    public string Metadata { get; set; } = "";

    /// <summary>Only pairs of these sources, divided by semicolons.</summary>
    public string Sources { get; set; } = "";

    /// <summary>Confidence from which its answer is shown.</summary>
    [Range(0.05, 1)]
    public double AnswerFrom { get; set; } = 0.6;

    /// <summary>Confidence from which its answers may be offered as a choice.</summary>
    [Range(0.01, 1)]
    public double OfferFrom { get; set; } = 0.35;

    /// <summary>How long a question waits for it. A pressed button has 4.5 seconds for everything.</summary>
    [Range(0.1, 3.5)]
    public double Seconds { get; set; } = 1.5;

    /// <summary>Most questions in a second; the rest stay with the engine.</summary>
    [Range(1, 1_000)]
    public int PerSecond { get; set; } = 10;

    /// <summary>Bring each published release to the project.</summary>
    public bool Publishes { get; set; }

    /// <summary>Replace the whole project when publishing; else only the pairs that came from here.</summary>
    public bool ReplacesAll { get; set; } = true;

    /// <summary>How long one job of the project may take.</summary>
    [Range(1, 120)]
    public int JobMinutes { get; set; } = 15;

    /// <summary>Folder for what was in the project before it is replaced; relative to the content root.</summary>
    [Required]
    public string Exports { get; set; } = "data/azure-exports";

    internal bool IsSet => Endpoint.Length > 0 && Project.Length > 0;

    internal IReadOnlyList<KeyValuePair<string, string>> MetadataFilter =>
        [.. Parts(Metadata).Select(part => part.Split(':', 2, StringSplitOptions.TrimEntries)).Where(part => part.Length == 2).Select(part => KeyValuePair.Create(part[0].ToLowerInvariant(), part[1].ToLowerInvariant()))];

    internal IReadOnlyList<string> SourceFilter => Parts(Sources);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Endpoint.Length > 0 && (!Uri.TryCreate(Endpoint, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback)))
            yield return new($"{Section}:Endpoint must begin with https://, such as https://NAME.cognitiveservices.azure.com. The key or token would be readable on its way.");
        if (Endpoint.Length > 0 != Project.Length > 0) yield return new($"Set both {Section}:Endpoint and {Section}:Project, or neither.");
        if (Project.Length > 0 && !ProjectName().IsMatch(Project)) yield return new($"{Section}:Project is \"{Project}\". A project's name has up to 100 letters, digits and hyphens, and neither begins nor ends with a hyphen.");
        if (!Versions.Contains(ApiVersion)) yield return new($"{Section}:ApiVersion is \"{ApiVersion}\". Known are {string.Join(", ", Versions)}.");
        if ((Answers || Publishes) && !IsSet) yield return new($"{Section}:{(Answers ? nameof(Answers) : nameof(Publishes))} is on, but {Section}:Endpoint and {Section}:Project say no project.");
        if (OfferFrom > AnswerFrom) yield return new($"{Section}:OfferFrom lies above {Section}:AnswerFrom. Swap them.");
        if (MetadataFilter.Count != Parts(Metadata).Length) yield return new($"{Section}:Metadata must look like site:east; topic:travel.");
    }

    private static string[] Parts(string text) => text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    [GeneratedRegex("^(?=[a-zA-Z0-9])[a-zA-Z0-9-]{0,98}[a-zA-Z0-9]$")]
    private static partial Regex ProjectName();
}
