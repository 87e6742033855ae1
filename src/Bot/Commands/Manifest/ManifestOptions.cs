namespace Bot.Commands.Manifest;

/// <summary>What an adopter puts into its copy of the app package: section <c>Bot:Manifest</c>.</summary>
public sealed class ManifestOptions
{
    /// <summary>The name that people see in Teams, up to 30 characters.</summary>
    public string Name { get; set; } = "ICS Guide";

    /// <summary>The organisation that runs the service, up to 32 characters.</summary>
    public string Developer { get; set; } = "";

    public string WebsiteUrl { get; set; } = "";

    /// <summary>Empty: the website.</summary>
    public string PrivacyUrl { get; set; } = "";

    /// <summary>Empty: the website.</summary>
    public string TermsUrl { get; set; } = "";

    /// <summary>A PNG of 192 by 192 pixels instead of our own.</summary>
    public string ColorIcon { get; set; } = "";

    /// <summary>A PNG of 32 by 32 pixels, white on transparent, instead of our own.</summary>
    public string OutlineIcon { get; set; } = "";

    /// <summary>Three numbers; higher each time that a package is uploaded again.</summary>
    public string Version { get; set; } = "1.0.0";
}
