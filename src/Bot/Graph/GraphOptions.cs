using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace Bot.Graph;

/// <summary>What may be asked of Microsoft Graph: section Bot:Graph. Everything is off by default.</summary>
public sealed partial class GraphOptions : IValidatableObject
{
    public const string Section = "Bot:Graph";

    /// <summary>Properties of a person's profile that may name their trust, such as <c>companyName; department</c>. Empty: no profile is read.</summary>
    public string ProfileHints { get; set; } = "";

    /// <summary>Reads the folders of SharePoint that <c>Bot:Knowledge:Sources</c> names; needs <c>Sites.Selected</c> with the role read on each site.</summary>
    public bool SharePoint { get; set; }

    /// <summary>Where Graph answers, with its version. National clouds have addresses of their own.</summary>
    public string Endpoint { get; set; } = "https://graph.microsoft.com/v1.0";

    internal IReadOnlyList<string> Properties => ProfileHints.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var property in Properties.Where(p => !Known().IsMatch(p)))
        {
            yield return new ValidationResult(
                $"{Section}:ProfileHints: '{property}' is not one of companyName, department, officeLocation, extensionAttribute1 to 15, or the full name of a directory extension (extension_…_name).");
        }

        if (!Uri.TryCreate(Endpoint, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback))
            yield return new ValidationResult($"{Section}:Endpoint must be an address that begins with https://, such as https://graph.microsoft.com/v1.0.");
    }

    [GeneratedRegex("^(companyName|department|officeLocation|extensionAttribute([1-9]|1[0-5])|extension_[0-9a-fA-F]{32}_[A-Za-z0-9]+)$")]
    private static partial Regex Known();
}
