using System.Text.RegularExpressions;

namespace Bot.Tests.Structure;

/// <summary>A room of the house.</summary>
/// <param name="Name">As in the table of src/README.md.</param>
/// <param name="Folder">Where it is; the longest folder that fits a file says which room it is in.</param>
/// <param name="MayImport">Namespaces, each with everything below it.</param>
/// <param name="Rule">Why, in a sentence.</param>
internal sealed record Room(string Name, string Folder, string[] MayImport, string Rule)
{
    /// <summary>Its own namespace and what lies below it.</summary>
    public string Namespace => Folder["src/".Length..].Replace('/', '.');

    public bool Allows(string import) => Covers(Namespace, import) || MayImport.Any(allowed => Covers(allowed, import)) && !Rooms.IsAPackage(import, MayImport);

    private static bool Covers(string allowed, string import) =>
        import == allowed || import.StartsWith(allowed + ".", StringComparison.Ordinal);
}

/// <summary>The table of who may import whom.</summary>
internal static partial class Rooms
{
    private const string Base = "System";

    private static readonly string[] Web = ["Microsoft.AspNetCore", "Microsoft.Extensions", "Microsoft.Net.Http.Headers"];

    // Their names begin like the base class library's, but they are packages.
    private static readonly string[] Packages = ["System.CommandLine"];

    public static IReadOnlyList<Room> All { get; } =
    [
        new("Answers", "src/Answers", [Base],
            "The engine is pure: base class library only, nothing of Bot, so that it can be measured and replaced alone."),
        new("Activities", "src/Bot/Activities", [Base, .. Web, "Polly", "Microsoft.IdentityModel", "Azure", "Bot.Storage", "Bot.Telemetry"],
            "The wire knows ASP.NET Core, HttpClient, JSON, Polly and the packages for tokens; of the other rooms only Storage and Telemetry."),
        new("Cards", "src/Bot/Cards", [Base],
            "Cards are pure functions from records to JSON: System.Text.Json and no other room."),
        new("Turns", "src/Bot/Turns", [Base, "Microsoft.Extensions", "Bot.Activities", "Bot.Cards", "Bot.Storage", "Bot.Telemetry"],
            "A turn knows activities, cards, storage and telemetry; features come to it, it does not know them."),
        new("Proactive", "src/Bot/Proactive", [Base, "Microsoft.Extensions", "Bot.Activities", "Bot.Cards", "Bot.Storage"],
            "Messages that nobody is waiting for know activities, cards and storage; whoever has something to say comes to them."),
        new("Storage", "src/Bot/Storage", [Base, "Microsoft.Extensions", "Dapper", "Microsoft.Data.Sqlite", "Npgsql"],
            "Storage knows Dapper and the two drivers, and no other room."),
        new("LocalChat", "src/Bot/LocalChat", [Base, .. Web, "Bot.Activities"],
            "The local chat stands outside like a channel: of the other rooms it knows Activities only."),
        new("Knowledge", "src/Bot/Knowledge", [Base, "Microsoft.Extensions", "YamlDotNet", "Answers", "Bot.Storage"],
            "Knowledge makes engines from content: it knows Answers and Storage, not activities, cards or features."),
        new("Knowledge/Records", "src/Bot/Knowledge/Records", [Base, "CsvHelper"],
            "Records are read and composed with the base class library and CsvHelper, and know no other room, not even the rest of Knowledge."),
        new("Knowledge/Sources", "src/Bot/Knowledge/Sources", [Base, "Microsoft.Extensions", "Bot.Knowledge", "Bot.Storage", "Bot.Files"],
            "Sources are looked into and made into drafts: the rest of Knowledge, storage, and safe fetching; Graph comes to them behind an interface."),
        new("Knowledge/Documents", "src/Bot/Knowledge/Documents", [Base, "AngleSharp", "CsvHelper", "DocumentFormat.OpenXml", "Markdig"],
            "Documents are read from bytes, which come from outside: libraries that read a format, and no other room."),
        new("Papers", "src/Bot/Papers", [Base, "DocumentFormat.OpenXml"],
            "A paper is words in order, written as Word or as plain text, whatever it says: it knows no other room."),
        new("Pictures", "src/Bot/Pictures", [Base],
            "Pictures are drawn and written with the base class library only, whatever they show."),
        new("Trusts", "src/Bot/Trusts", [Base, "Microsoft.Extensions", "Bot.Activities", "Bot.Cards", "Bot.Turns", "Bot.Storage", "Bot.Knowledge"],
            "Which trust a person acts for is asked by several features, which may not import each other, so it has a room below them."),
        new("Roles", "src/Bot/Roles", [Base, "Microsoft.Extensions", "Bot.Activities", "Bot.Cards", "Bot.Turns", "Bot.Storage", "Bot.Proactive", "Bot.Experts"],
            "Who may change the knowledge base is asked by several features, which may not import each other, so it has a room below them."),
        new("Graph", "src/Bot/Graph", [Base, "Microsoft.Extensions", "Microsoft.Graph", "Microsoft.Kiota", "Azure", "Bot.Activities", "Bot.Turns", "Bot.Files", "Bot.Knowledge", "Bot.Trusts", "Bot.Roles"],
            "Only this room knows Microsoft Graph; each of its parts is off until it is switched on."),
        new("AzureAnswers", "src/Bot/AzureAnswers", [Base, "Microsoft.Extensions", "Azure", "Answers", "Bot.Activities", "Bot.Storage", "Bot.Knowledge", "Bot.Telemetry"],
            "Only this room knows Azure question answering; it gives outcomes as the engine does, and each of its parts is off until it is switched on."),
        new("Files", "src/Bot/Files", [Base, .. Web, "Bot.Activities", "Bot.Cards", "Bot.Turns", "Bot.Storage"],
            "Files are fetched and handed over for several features, which may not import each other, so they have a room below them."),
        new("Telemetry", "src/Bot/Telemetry", [Base],
            "What is watched is counted with the base class library alone, so that every room may count and none pays for a package."),
        new("Telemetry/Export", "src/Bot/Telemetry/Export", [Base, "Microsoft.Extensions", "OpenTelemetry", "Answers", "Bot.Telemetry", "Bot.Storage"],
            "Only this room knows OpenTelemetry; it is made where an address for figures is set."),
        new("Checkups", "src/Bot/Checkups", [Base, "Microsoft.Extensions", "Azure", "Bot.Activities", "Bot.Storage", "Bot.Knowledge", "Bot.AzureAnswers", "Bot.Graph", "Bot.Roles", "Bot.Telemetry"],
            "Checkups look at the rooms and change nothing; no room knows of them, only the command and the card that show what they found."),
        new("Experts", "src/Bot/Experts", [Base],
            "Whom to ask is a plain setting that every feature can read: base class library only."),
        new("Features/*", "src/Bot/Features/*", [Base, "Microsoft.Extensions", "Answers", "Bot.Activities", "Bot.Cards", "Bot.Checkups", "Bot.Turns", "Bot.Proactive", "Bot.Storage", "Bot.Knowledge", "Bot.Experts", "Bot.AzureAnswers", "Bot.Files", "Bot.Papers", "Bot.Pictures", "Bot.Roles", "Bot.Telemetry", "Bot.Trusts"],
            "A feature stands on the rooms below it and never on another feature."),
        new("Features", "src/Bot/Features", [Base, "Microsoft.Extensions", "Bot"],
            "The folder itself only registers its features, so it knows them all."),
        new("Commands", "src/Bot/Commands", [Base, "System.CommandLine", "Microsoft.Extensions", "Answers", "Bot"],
            "Commands may import every room."),
        new("Hosting", "src/Bot/Hosting", [Base, .. Web, "Answers", "Bot"],
            "Hosting puts the rooms together, so it knows them all."),
        new("Program", "src/Bot", [Base, "Bot.Commands", "Bot.Hosting"],
            "The program holds no logic: it starts the service or a command."),
    ];

    public static Room? Of(string folder)
    {
        var room = All.Where(r => Fits(r.Folder, folder)).MaxBy(r => r.Folder.Length);
        if (room is { Name: "Program" } && folder != room.Folder)
            return null;
        return room is { Name: "Features/*" } ? room with { Folder = string.Join('/', folder.Split('/').Take(4)) } : room;
    }

    public static bool IsAPackage(string import, string[] mayImport) =>
        Packages.Any(package => import.StartsWith(package, StringComparison.Ordinal) && !mayImport.Contains(package));

    /// <summary>Rooms named without "Bot." in front, as code of another room can: Turns.Verbs.Answer.</summary>
    public static IEnumerable<string> NamedIn(string code) => PartlyQualified().Matches(code).Select(m =>
        m.Groups[1].Value == "Answers" ? m.Value : "Bot." + m.Value);

    private static bool Fits(string pattern, string folder) => pattern.EndsWith("/*", StringComparison.Ordinal)
        ? folder.StartsWith(pattern[..^1], StringComparison.Ordinal)
        : folder == pattern || folder.StartsWith(pattern + "/", StringComparison.Ordinal);

    [GeneratedRegex(@"(?<![\w.>)\]])(Answers|Activities|Cards|Checkups|Telemetry|Turns|Proactive|Storage|LocalChat|Knowledge|Experts|Features|Commands|Hosting)\.[A-Z]\w*")]
    private static partial Regex PartlyQualified();
}
