using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Bot.Commands.Manifest;

/// <summary>Everything that an app package says about one adopter.</summary>
internal sealed partial record PackageFacts(ManifestOptions Options, string AppId, string PublicUrl)
{
    /// <summary>For the placeholders in manifest.json.</summary>
    public IReadOnlyDictionary<string, string> Values => new Dictionary<string, string>
    {
        ["APP_ID"] = AppId.ToLowerInvariant(),
        ["PACKAGE_ID"] = PackageId.ToString(),
        ["NAME"] = Options.Name,
        // A command's title may have 32 characters.
        ["ASK_TITLE"] = Options.Name.Length <= 17 ? $"Ask {Options.Name} about this" : "Ask about this",
        ["DEVELOPER"] = Options.Developer,
        ["WEBSITE_URL"] = Options.WebsiteUrl,
        ["PRIVACY_URL"] = Or(Options.PrivacyUrl, Options.WebsiteUrl),
        ["TERMS_URL"] = Or(Options.TermsUrl, Options.WebsiteUrl),
        ["VERSION"] = Options.Version,
        ["PUBLIC_HOST"] = PublicUrl.Length > 0 ? new Uri(PublicUrl).Host : "",
    };

    /// <summary>What is missing or wrong, each with what to do; empty: the package can be made.</summary>
    public IReadOnlyList<string> Problems()
    {
        List<string> problems = [];
        void Needs(bool right, string problem)
        {
            if (!right) problems.Add(problem);
        }

        Needs(Guid.TryParseExact(AppId, "D", out var id) && id != Guid.Empty, "The app id is missing or no GUID. Give --app-id, or set Bot:Auth:AppId to the application id in Microsoft Entra.");
        Needs(Options.Name.Trim().Length is > 0 and <= 30, "The name must have 1 to 30 characters. Give --name, or set Bot:Manifest:Name.");
        Needs(Options.Developer.Trim().Length is > 0 and <= 32, "The organisation that runs the service must be named in 1 to 32 characters. Give --developer, or set Bot:Manifest:Developer.");
        Needs(IsHttps(Options.WebsiteUrl), "An https address of a page about the service is missing. Give --website-url, or set Bot:Manifest:WebsiteUrl.");
        Needs(Options.PrivacyUrl.Length == 0 || IsHttps(Options.PrivacyUrl), "The privacy page must be an https address: --privacy-url or Bot:Manifest:PrivacyUrl.");
        Needs(Options.TermsUrl.Length == 0 || IsHttps(Options.TermsUrl), "The terms page must be an https address: --terms-url or Bot:Manifest:TermsUrl.");
        Needs(PublicUrl.Length == 0 || IsHttps(PublicUrl), "The public address must begin with https://: --public-url or Bot:PublicUrl.");
        Needs(ThreeNumbers().IsMatch(Options.Version), "The version must be three numbers such as 1.0.0: --app-version or Bot:Manifest:Version.");
        return problems;
    }

    /// <summary>What is allowed, but better known before the package is shown to anyone.</summary>
    public IEnumerable<string> Notes()
    {
        if (PublicUrl.Length == 0) yield return "Without --public-url maps travel inside their cards and files are sent in personal chats only.";
        if (NhsMark().IsMatch(Options.Name)) yield return "The letters NHS are a trade mark: have written permission before you use them in the name.";
    }

    // Teams knows an app by this id, which need not be the bot's; derived, so that packing again updates the same app.
    private Guid PackageId => new(SHA256.HashData(Encoding.UTF8.GetBytes($"ics-guide app package of {AppId.ToLowerInvariant()}")).AsSpan(0, 16), bigEndian: true);

    private static string Or(string first, string second) => first.Length > 0 ? first : second;

    private static bool IsHttps(string address) => Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps && address.Length <= 2048;

    [GeneratedRegex(@"\bNHS\b", RegexOptions.IgnoreCase)]
    private static partial Regex NhsMark();

    [GeneratedRegex(@"^(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})$")]
    private static partial Regex ThreeNumbers();
}
