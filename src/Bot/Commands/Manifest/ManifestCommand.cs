using System.CommandLine;
using System.Security.Cryptography;
using Bot.Activities;
using Bot.Hosting;

namespace Bot.Commands.Manifest;

/// <summary><c>manifest pack</c>: makes the app package for Teams from the settings and what is given beside them.</summary>
internal static class ManifestCommand
{
    private const string DefaultOut = "ics-guide-teams.zip";

    public static Command Create()
    {
        var file = new Option<FileInfo>("--out") { Description = "The zip to write.", DefaultValueFactory = _ => new FileInfo(DefaultOut) };
        var texts = new (Option<string?> Option, Action<Given, string> Set)[]
        {
            (Text("--app-id", "The bot's application id; else Bot:Auth:AppId."), (g, v) => g.AppId = v),
            (Text("--public-url", "Where Teams reaches the service; else Bot:PublicUrl."), (g, v) => g.PublicUrl = v),
            (Text("--name", "The name in Teams; else Bot:Manifest:Name."), (g, v) => g.Options.Name = v),
            (Text("--developer", "The organisation that runs the service; else Bot:Manifest:Developer."), (g, v) => g.Options.Developer = v),
            (Text("--website-url", "A page about the service; else Bot:Manifest:WebsiteUrl."), (g, v) => g.Options.WebsiteUrl = v),
            (Text("--privacy-url", "Its privacy notice; else Bot:Manifest:PrivacyUrl, else the page."), (g, v) => g.Options.PrivacyUrl = v),
            (Text("--terms-url", "Its terms of use; else Bot:Manifest:TermsUrl, else the page."), (g, v) => g.Options.TermsUrl = v),
            (Text("--color-icon", "A PNG of 192 by 192 pixels; else Bot:Manifest:ColorIcon, else our own."), (g, v) => g.Options.ColorIcon = v),
            (Text("--outline-icon", "A PNG of 32 by 32 pixels; else Bot:Manifest:OutlineIcon, else our own."), (g, v) => g.Options.OutlineIcon = v),
            (Text("--app-version", "Three numbers; else Bot:Manifest:Version."), (g, v) => g.Options.Version = v),
        };
        var pack = new Command("pack", "Make the app package to upload to Teams.") { file };
        foreach (var (option, _) in texts) pack.Add(option);
        pack.SetAction(result =>
        {
            var given = Settings();
            foreach (var (option, set) in texts)
                if (result.GetValue(option) is { } value) set(given, value);
            return Pack(result.GetValue(file)!.FullName, new PackageFacts(given.Options, given.AppId, given.PublicUrl));
        });
        return new Command("manifest", "The app package for Teams.") { pack };
    }

    private static int Pack(string path, PackageFacts facts)
    {
        var (files, problems) = AppPackage.Make(Source(), facts);
        foreach (var problem in problems) Console.Error.WriteLine(problem);
        if (problems.Count > 0)
        {
            Console.Error.WriteLine($"{problems.Count} problems; no package was written.");
            return ExitCodes.Problems;
        }

        var zip = AppPackage.Zip(files);
        File.WriteAllBytes(path, zip);
        foreach (var (name, bytes) in files) Console.WriteLine($"{name} ({bytes.Length} bytes)");
        Console.WriteLine($"Wrote {path}, SHA-256 {Convert.ToHexStringLower(SHA256.HashData(zip))}");
        foreach (var note in facts.Notes()) Console.WriteLine(note);
        return ExitCodes.Done;
    }

    // Beside the program; in a working copy, the project's own folder.
    private static string Source() => Path.Combine(AppContext.BaseDirectory, "Manifest");

    private static Given Settings()
    {
        var settings = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = ProjectFolder.OrCurrent() }).Configuration;
        return new Given(settings.GetSection("Bot:Manifest").Get<ManifestOptions>() ?? new ManifestOptions())
        {
            AppId = settings[$"{AuthOptions.Section}:AppId"] ?? "",
            PublicUrl = settings["Bot:PublicUrl"] ?? "",
        };
    }

    private static Option<string?> Text(string name, string description) => new(name) { Description = description };

    private sealed class Given(ManifestOptions options)
    {
        public ManifestOptions Options { get; } = options;

        public string AppId { get; set; } = "";

        public string PublicUrl { get; set; } = "";
    }
}
