using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Cards;
using Bot.Roles;
using Bot.Storage;

namespace Bot.Features.Editing;

/// <summary>The releases, each a press away from being served again.</summary>
internal static class ReleasesCard
{
    public const int Most = 6;

    private const string Title = "Rolling back", What = "The release is made ready on every copy of the service. What is served stays until all are ready.";

    public static AdaptiveCard UnderWay { get; } = NoteCard.Of(Title, What);

    public static Func<TimeSpan, AdaptiveCard> SoFar { get; } = NoteCard.SoFar(Title, What);

    /// <param name="releases">The latest first.</param>
    /// <param name="served">The number of the one that is served.</param>
    /// <param name="role">Of the reader.</param>
    /// <param name="reader">Their object id.</param>
    /// <param name="only">The one release that was asked for; null shows all.</param>
    public static AdaptiveCard Of(IReadOnlyList<ReleaseRow> releases, long served, Role role, string reader, long? only = null)
    {
        List<CardElement> body = [CardParts.Heading(only is null ? "Releases" : $"Roll back to release {only}"), new TextBlock(Served(served))];
        foreach (var release in releases.Where(row => only is null || row.Number == only)) body.Add(Line(release, served, reader));
        if (only is null or 0) body.Add(BuiltIn(served));
        var buttons = Choices(releases, served, only).Select(number => new ExecuteAction(
            $"Serve release {number} again", EditingVerbs.RollBack, new JsonObject { ["number"] = number.ToString(CultureInfo.InvariantCulture) })).ToArray();
        if (role >= Role.Admin && buttons.Length > 0)
        {
            body.Add(EditingButtons.Why("Why you roll back (kept in the audit log)"));
            foreach (var row in buttons.Chunk(3)) body.Add(new ActionSet(row));
        }

        body.Add(new ActionSet([EditingButtons.Status, EditingButtons.Audit]));
        return new AdaptiveCard { Body = body, FallbackText = Served(served), Summary = $"Releases. {Served(served)}" };
    }

    private static IEnumerable<long> Choices(IReadOnlyList<ReleaseRow> releases, long served, long? only) =>
        releases.Select(row => row.Number).Append(0).Where(number => number != served && (only is null || number == only));

    private static string Served(long served) => served == 0 ? "The content that the program brings is served (release 0)." : $"Release {served} is served.";

    private static Container Line(ReleaseRow release, long served, string reader) => new(
    [
        new TextBlock($"Release {release.Number}{(release.Number == served ? ", served now" : "")}") { Weight = TextWeight.Bolder },
        new TextBlock($"{EditorWords.When(release.MadeAt)}, by {CardParts.Plain(EditorWords.Who(release.MadeBy, reader))}, on release {release.MadeFrom}. {CardParts.Plain(EditorWords.Cut(release.Why, 300))}") { Size = TextSize.Small, Spacing = Spacing.None },
    ])
    { Spacing = Spacing.Small };

    private static Container BuiltIn(long served) => new(
    [
        new TextBlock($"Release 0{(served == 0 ? ", served now" : "")}") { Weight = TextWeight.Bolder },
        new TextBlock("The content that the program brings.") { Size = TextSize.Small, Spacing = Spacing.None },
    ])
    { Spacing = Spacing.Small };
}
