using System.ComponentModel.DataAnnotations;

namespace Bot.Knowledge.Sources;

/// <summary>Where documents come from: <c>Bot:Knowledge:Sources</c> and what goes with it.</summary>
public sealed class SourceOptions : IValidatableObject
{
    private const string Section = "Bot:Knowledge";

    /// <summary>By name.</summary>
    public IReadOnlyDictionary<string, SourceSetting> Sources { get; set; } = new Dictionary<string, SourceSetting>();

    /// <summary>Hosts that web pages may be read from, each with everything below it; also those whose links are watched.</summary>
    public IReadOnlyList<string> Hosts { get; set; } = [];

    /// <summary>How often sources are refreshed by themselves; 0: only on request.</summary>
    [Range(0, 720, ErrorMessage = "Bot:Knowledge:RefreshHours must be between 0 and 720.")]
    public double RefreshHours { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (name, source) in Sources)
        {
            if (name.Length is 0 or > 40 || name.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_')))
                yield return new ValidationResult($"{Section}:Sources: the name '{name}' must be made of up to 40 letters, digits and hyphens.");
            if (source.Wrong() is { } wrong) yield return new ValidationResult($"{Section}:Sources:{name}: {wrong}");
        }

        foreach (var host in Hosts.Where(host => Uri.CheckHostName(host) is UriHostNameType.Unknown))
            yield return new ValidationResult($"{Section}:Hosts: '{host}' is no host name. Write it without https:// and without a path, such as www.england.nhs.uk.");
    }
}

/// <summary>One place that documents come from.</summary>
public sealed class SourceSetting
{
    /// <summary>Folder, Page or SharePoint.</summary>
    public string Kind { get; set; } = nameof(SourceKind.Folder);

    /// <summary>A folder's path, a page's address, or the address of a folder in SharePoint.</summary>
    public string Where { get; set; } = "";

    /// <summary>Refreshed by the clock too, and not only on request.</summary>
    public bool OnSchedule { get; set; } = true;

    /// <summary>Null where the name is no kind.</summary>
    internal SourceKind? Parsed => Enum.TryParse<SourceKind>(Kind, ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : null;

    internal string? Wrong()
    {
        if (string.IsNullOrWhiteSpace(Where)) return "'Where' is empty. Name a folder or an address.";
        if (Parsed is not { } kind) return $"'Kind' is '{Kind}'. It must be Folder, Page or SharePoint.";
        var isAddress = Uri.TryCreate(Where, UriKind.Absolute, out var address) && address.Scheme is "https" or "http";
        return kind == SourceKind.Folder || isAddress ? null : "'Where' must be an address that begins with https://.";
    }
}

public enum SourceKind { Folder, Page, SharePoint }
