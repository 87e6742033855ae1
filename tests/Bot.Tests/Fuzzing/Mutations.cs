using System.Text;

namespace Bot.Tests.Fuzzing;

/// <summary>Changes an activity the way a broken or hostile client would: at a place in its structure, not at a random byte.</summary>
internal static class Mutations
{
    private static readonly string[] Types =
        ["message", "invoke", "conversationUpdate", "installationUpdate", "messageReaction", "messageUpdate", "messageDelete", "event", "typing", "command", "Message", "", "no-such-type"];

    private static readonly string[] Names =
    [
        "adaptiveCard/action", "task/fetch", "task/submit", "application/search", "composeExtension/query", "composeExtension/queryLink", "composeExtension/anonymousQueryLink",
        "composeExtension/selectItem", "composeExtension/fetchTask", "composeExtension/submitAction", "composeExtension/querySettingUrl", "composeExtension/setting",
        "composeExtension/onCardButtonClicked", "message/fetchTask", "message/submitAction", "fileConsent/invoke", "signin/tokenExchange", "signin/verifyState", "signin/failure",
        "config/fetch", "tab/fetch", "actionableMessage/executeAction", "suggestedActions/submit", "htmlwidget/calltool", "", "no/such",
    ];

    // What must hold for an activity to be let in at all; changed seldom, or nothing would get past the door.
    private static readonly string[] Frame = ["type", "conversation", "from", "id", "serviceUrl", "deliveryMode", "name"];

    private static readonly Action<JsonTree, Random, Seeds>[] All =
    [
        (tree, dice, _) => Any(tree, dice).Become(Nasty.Value(dice)),
        (tree, dice, _) => Any(tree, dice).Become(Nasty.Value(dice)),
        (tree, dice, _) => AnyText(tree, dice).Become(JsonTree.Text(Nasty.Text(dice))),
        (tree, dice, _) => AnyText(tree, dice).Become(JsonTree.Text(Nasty.Text(dice))),
        (tree, dice, _) => Remove(tree, dice),
        (tree, dice, _) => Repeat(tree, dice),
        (tree, dice, _) => Rename(tree, dice),
        (tree, dice, seeds) => Any(tree, dice).Become(seeds.Part(dice).Copy()),
        (tree, dice, _) => Grow(tree, dice),
        (tree, dice, _) => tree.Set("text", JsonTree.Text(Nasty.Text(dice))),
        (tree, dice, _) => tree.Set("text", JsonTree.Text(Spoil(Seeds.Question(dice), dice))),
        (tree, dice, _) => Add(tree, dice),
    ];

    public static void Apply(JsonTree activity, Random dice, Seeds seeds)
    {
        for (var i = dice.Next(1, 4); i > 0; i--) All[dice.Next(All.Length)](activity, dice, seeds);
        if (dice.Next(25) == 0) activity.Set("type", JsonTree.Text(Types[dice.Next(Types.Length)]));
        if (activity.Get("name") is not null && dice.Next(8) == 0) activity.Set("name", JsonTree.Text(Names[dice.Next(Names.Length)]));
    }

    /// <summary>Damage below the structure: cut off, bytes changed, not UTF-8.</summary>
    public static byte[] Damage(byte[] body, Random dice)
    {
        if (body.Length < 4) return body;
        switch (dice.Next(4))
        {
            case 0:
                return body[..dice.Next(body.Length)];
            case 1:
                body[dice.Next(body.Length)] = (byte)dice.Next(256);
                return body;
            case 2:
                return [.. body, .. body[..dice.Next(body.Length)]];
            default:
                var at = dice.Next(body.Length);
                return [.. body[..at], 0xC3, 0x28, 0xF0, 0x9F, .. body[at..]];
        }
    }

    private static JsonTree Any(JsonTree tree, Random dice) => Pick(tree, dice, [.. Body(tree)]);

    private static JsonTree AnyText(JsonTree tree, Random dice) => Pick(tree, dice, [.. Body(tree).Where(node => node.IsText)]);

    // One time in thirty anything at all may be hit, the frame included.
    private static JsonTree Pick(JsonTree tree, Random dice, JsonTree[] body)
    {
        if (body.Length > 0 && dice.Next(30) != 0) return body[dice.Next(body.Length)];
        var all = tree.All().ToArray();
        return all[dice.Next(all.Length)];
    }

    private static IEnumerable<JsonTree> Body(JsonTree tree) =>
        (tree.Fields ?? []).Where(field => !Frame.Contains(field.Key)).SelectMany(field => field.Value.All());

    private static JsonTree? AnyObject(JsonTree tree, Random dice)
    {
        JsonTree[] objects = [.. (dice.Next(4) == 0 ? tree.All() : Body(tree)).Where(node => node.Fields is { Count: > 0 })];
        return objects.Length == 0 ? null : objects[dice.Next(objects.Length)];
    }

    private static void Remove(JsonTree tree, Random dice)
    {
        if (AnyObject(tree, dice)?.Fields is { } fields) fields.RemoveAt(dice.Next(fields.Count));
    }

    private static void Repeat(JsonTree tree, Random dice)
    {
        if (AnyObject(tree, dice)?.Fields is not { } fields) return;
        var (key, value) = fields[dice.Next(fields.Count)];
        fields.Add((key, dice.Next(2) == 0 ? value.Copy() : Nasty.Value(dice)));
    }

    private static void Rename(JsonTree tree, Random dice)
    {
        if (AnyObject(tree, dice)?.Fields is not { } fields) return;
        var at = dice.Next(fields.Count);
        var (key, value) = fields[at];
        fields[at] = (dice.Next(3) switch { 0 => key.ToUpperInvariant(), 1 => key + " ", _ => Nasty.Text(dice) }, value);
    }

    private static void Add(JsonTree tree, Random dice) => AnyObject(tree, dice)?.Fields?.Add((Nasty.Text(dice), Nasty.Value(dice)));

    private static void Grow(JsonTree tree, Random dice)
    {
        JsonTree[] arrays = [.. Body(tree).Where(node => node.Items is { Count: > 0 })];
        if (arrays.Length == 0) return;
        var items = arrays[dice.Next(arrays.Length)].Items!;
        var item = items[dice.Next(items.Count)];
        for (var i = dice.Next(1, 100); i > 0; i--) items.Add(item.Copy());
    }

    private static string Spoil(string text, Random dice)
    {
        var spoilt = new StringBuilder(text);
        for (var i = dice.Next(0, 4); i > 0 && spoilt.Length > 1; i--)
        {
            var at = dice.Next(spoilt.Length);
            if (dice.Next(2) == 0) spoilt.Remove(at, 1);
            else spoilt.Insert(at, Nasty.Text(dice));
        }

        return spoilt.ToString();
    }
}
