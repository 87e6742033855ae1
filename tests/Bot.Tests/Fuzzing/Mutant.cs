using System.Globalization;
using System.Text;

namespace Bot.Tests.Fuzzing;

/// <summary>One mutated activity. The same seed and number give the same one, so a failure can be sent again alone.</summary>
internal sealed record Mutant(int Number, byte[] Body)
{
    private const int Conversations = 300;

    public static Mutant Make(Seeds seeds, int seed, int number, Uri serviceUrl)
    {
        var dice = new Random(unchecked((seed * 1_000_003) + number));
        var activity = seeds.Activity(dice);
        activity.Set("id", JsonTree.Text(string.Create(CultureInfo.InvariantCulture, $"f:{seed}-{number}")));
        activity.Set("serviceUrl", JsonTree.Text(serviceUrl.AbsoluteUri));
        activity.Get("conversation")?.Set("id", JsonTree.Text(string.Create(CultureInfo.InvariantCulture, $"a:fuzz{dice.Next(Conversations)}")));
        activity.Get("from")?.Set("id", JsonTree.Text(string.Create(CultureInfo.InvariantCulture, $"29:fuzz{dice.Next(Conversations)}")));

        // Most answers come in the response, where they can be looked at; the rest take the way through the connector.
        if (dice.Next(10) < 8) activity.Set("deliveryMode", JsonTree.Text("expectReplies"));
        Mutations.Apply(activity, dice, seeds);
        var json = new StringBuilder(2048);
        activity.Write(json);
        var body = Encoding.UTF8.GetBytes(json.ToString());
        if (dice.Next(40) == 0) body = Mutations.Damage(body, dice);
        return new Mutant(number, dice.Next(2_000) == 0 ? [.. body, .. Encoding.UTF8.GetBytes(new string(' ', 1_100_000))] : body);
    }
}
