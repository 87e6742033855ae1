using Bot.Activities;

namespace Bot.Turns;

/// <summary>What the user said, without our own name in front of it.</summary>
internal static class MentionText
{
    public static bool NamesUs(Activity activity) => activity.Entities?.Any(entity => IsOurs(entity, activity)) ?? false;

    public static string Strip(Activity activity)
    {
        var text = activity.Text ?? "";
        foreach (var entity in activity.Entities ?? [])
        {
            if (IsOurs(entity, activity))
                text = Without(text, entity.Text, entity.Mentioned!.Name);
        }

        // Teams pads a mention with a no-break space, as a character or spelt out; no question needs one.
        return text.Replace("&nbsp;", " ", StringComparison.OrdinalIgnoreCase).Replace('\u00A0', ' ').Trim();
    }

    private static bool IsOurs(Entity entity, Activity activity) =>
        entity.Type == "mention" && entity.Mentioned is { Id: { } id } && id == activity.Recipient?.Id;

    private static string Without(string text, string? mention, string? name)
    {
        if (string.IsNullOrEmpty(mention) || !text.Contains(mention, StringComparison.OrdinalIgnoreCase))
            mention = string.IsNullOrEmpty(name) ? null : $"<at>{name}</at>";
        if (mention is null)
            return text;
        if (mention.StartsWith("<at", StringComparison.OrdinalIgnoreCase))
            return text.Replace(mention, " ", StringComparison.OrdinalIgnoreCase);

        // A bare name may also be part of the question: only its first appearance is the mention.
        var at = text.IndexOf(mention, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? text : string.Concat(text.AsSpan(0, at), " ", text.AsSpan(at + mention.Length));
    }
}
