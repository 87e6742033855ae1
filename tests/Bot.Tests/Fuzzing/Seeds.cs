using System.Text.Json;
using Bot.Tests.Fakes;

namespace Bot.Tests.Fuzzing;

/// <summary>What mutated activities grow from: recorded activities, real questions, and presses of real buttons of ours.</summary>
internal sealed class Seeds
{
    private static readonly string[] Questions =
    [
        "What is an ICS?", "Which footprint is Barnsley in?", "How many STPs were there in 2016?", "and today?", "Who decides in an STP?", "What are the eight questions?", "map of Dorset",
        "compare Devon and Cornwall", "I am with Barnsley Hospital", "forget my trust", "what is our footprint", "what do you hold about me?", "delete what you hold about me", "hello", "thank you",
        "Which trusts are in Cumbria and North East?", "What became of NHS Barnsley CCG?", "is there a plan for Kent", "Can we vote on a merger?", "take me through the eight questions", "next", "S70 2RD", "ics?",
        "how do I treat a cold", "What is an STP? And what is an ICB? Who leads it?",
    ];

    private readonly List<JsonTree> _activities = [];

    public Seeds()
    {
        foreach (var name in RecordedActivity.Names()) _activities.Add(Read(name));
    }

    public int Count => _activities.Count;

    /// <summary>A press of each button on a card, as Action.Execute and as its fallback.</summary>
    public void Add(JsonElement message)
    {
        var press = Read("TeamsCardAction");
        var submit = Read("TeamsCardSubmit");
        foreach (var button in JsonTree.Of(message).All().Where(node => node.Get("type")?.Raw is "\"Action.Execute\""))
        {
            if (button.Get("verb") is not { } verb || button.Get("data") is not { } data) continue;
            var pressed = press.Copy();
            pressed.Set("value", JsonTree.Object(
                ("action", JsonTree.Object(("type", JsonTree.Text("Action.Execute")), ("verb", verb.Copy()), ("data", data.Copy()))), ("trigger", JsonTree.Text("manual"))));
            _activities.Add(pressed);
            var submitted = submit.Copy();
            var value = data.Copy();
            value.Set("verb", verb.Copy());
            submitted.Set("value", value);
            _activities.Add(submitted);
        }
    }

    public static string Question(Random dice) => Questions[dice.Next(Questions.Length)];

    public JsonTree Activity(Random dice)
    {
        var activity = _activities[dice.Next(_activities.Count)].Copy();
        if (dice.Next(3) == 0 && activity.Get("type")?.Raw == "\"message\"" && activity.Get("value") is null) activity.Set("text", JsonTree.Text(Question(dice)));
        return activity;
    }

    public JsonTree Part(Random dice)
    {
        var parts = _activities[dice.Next(_activities.Count)].All().ToArray();
        return parts[dice.Next(parts.Length)];
    }

    public static IReadOnlyList<string> ToAsk => Questions;

    private static JsonTree Read(string name) => JsonTree.Of(JsonElement.Parse(RecordedActivity.Load(name).ToJsonString()));
}
