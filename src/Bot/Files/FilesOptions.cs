using System.ComponentModel.DataAnnotations;

namespace Bot.Files;

/// <summary>Section <c>Bot:Files</c>, and <c>Bot:PublicUrl</c>.</summary>
public sealed class FilesOptions : IValidatableObject
{
    /// <summary>Hosts for files beside SharePoint and OneDrive, each with everything below it.</summary>
    public IReadOnlyList<string> MoreHosts { get; set; } = [];

    /// <summary>The largest file that is fetched or offered. Default 10 MB.</summary>
    [Range(1_024, 50_000_000, ErrorMessage = "Bot:Files:MostBytes must be between 1024 and 50000000.")]
    public int MostBytes { get; set; } = 10_485_760;

    /// <summary>How long fetching or saving one file may take. Default 60.</summary>
    [Range(1, 150, ErrorMessage = "Bot:Files:Seconds must be between 1 and 150.")]
    public double Seconds { get; set; } = 60;

    /// <summary>The address at which Teams reaches this service; empty: files can be sent only where Teams takes them itself.</summary>
    public string PublicUrl { get; set; } = "";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        from host in MoreHosts
        where !host.Contains('.', StringComparison.Ordinal) || Uri.CheckHostName(host) != UriHostNameType.Dns
        select new ValidationResult("Bot:Files:MoreHosts takes host names such as files.example.nhs.uk, without https:// and without a path.");
}
