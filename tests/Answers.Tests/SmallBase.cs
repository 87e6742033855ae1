namespace Answers.Tests;

/// <summary>A small made-up knowledge base, and the engine built from it once for all tests.</summary>
internal static class SmallBase
{
    public static KnowledgeBase Source { get; } = new(
        [
            Entry("lighthouse", "Lighthouses", "What is a lighthouse?", "lighthouse meaning", "Tell me about lighthouses", "Explain the tower with the lamp on the rock", "Define lighthouse", "I keep hearing of a lighthouse, what do people mean", "lighthouse explained"),
            Entry("lighthouse-keeper", "Keepers of lighthouses", "Who looks after a lighthouse?", "lighthouse keeper", "Which person lives in the lighthouse?", "Does anybody still keep the lamp burning?", "Name the one who tends the lighthouse", "lighthouse staff"),
            Entry("buoy", "Buoys", "What is a buoy?", "buoy meaning", "Tell me about buoys", "Explain the floats that mark a channel", "Define buoy", "I saw a float in the channel, what is it for", "buoy explained"),
            Entry("buoy-colours", "Colours of buoys", "Which colours do buoys have?", "buoy colour", "Why is one buoy green and the other red?", "red or green buoy", "Do the colours of floats mean anything?", "paint on a buoy"),
            Entry("harbour", "Harbours", "What is a harbour?", "harbour meaning", "Tell me about harbours", "Explain the sheltered place where ships lie", "Define harbour", "harbour explained", "place for ships to shelter"),
            Entry("harbour-master", "Harbour masters", "Who runs a harbour?", "harbour master", "Which officer decides where ships may lie?", "Whom does a captain ask for a berth?", "head of the harbour", "berth allocation officer"),
            Entry("tide", "Tides", "What makes the tide?", "tide cause", "Why does the sea rise and fall twice a day?", "Does the moon pull the water?", "Explain ebb and flood", "high water low water why"),
            Entry("pilot", "Pilots", "What does a pilot do?", "pilot meaning", "Who guides a ship into port?", "Must a large ship take somebody aboard who knows the channel?", "Define pilotage", "pilot explained"),
            Entry("cargo", "Cargo", "Which goods come through the port?", "cargo list", "What do ships unload here?", "Do they still bring timber and grain?", "freight handled", "goods imported by sea"),
            Entry("fees", "Fees", "What does it cost to moor?", "mooring fees", "How much do I pay for a berth?", "price of a night at the quay", "Is there a charge for small boats?", "harbour dues"),
            Counted("ships-1900", "Ships in 1900", new DateOnly(1900, 1, 1), new DateOnly(1949, 12, 31), "How many ships were there in 1900?", "number of ships 1900", "ships at the start of the century", "count of vessels in the old days"),
            Counted("ships-2000", "Ships in 2000", new DateOnly(1950, 1, 1), new DateOnly(2009, 12, 31), "How many ships were there in 2000?", "number of ships 2000", "ships at the turn of the millennium", "count of vessels in the year two thousand"),
            Counted("ships-now", "Ships now", new DateOnly(2010, 1, 1), null, "How many ships are there now?", "number of ships today", "ships at present", "current count of vessels"),
            Entry("records/where", "", "Where is {place}?", "{place} location", "In which bay does {place} lie?", "Which coast is {place} on?", "how do I find {place}", "position of {place}"),
            Entry("records/depth", "", "How deep is the water in {place}?", "{place} depth", "Can a large ship enter {place}?", "fathoms at {place}", "draught limit of {place}"),
        ],
        [
            new("general", ["What is the weather tomorrow?", "Who won the match?", "Tell me a joke", "How do I bake bread?", "What is the capital of France?", "Play some music", "Translate this into German", "What time is it?", "Book me a table", "Write a poem about cats"]),
            new("clinical", ["I have a headache", "Which dose should I take?", "Is this rash dangerous?", "My knee hurts", "Should I see a doctor?", "Can I take both pills?"]),
        ])
    {
        Names =
        [
            new("Saltmouth", "place", "place:saltmouth"), new("Gull Haven", "place", "place:gull-haven"),
            new("Northwick on Sea", "place", "place:northwick"), new("Northwick", "place", "place:northwick"), new("Northwick", "place", "place:northwick-inland"),
            new("Deal", "place", "place:deal") { Ordinary = true },
        ],
        Synonyms = [new("lh", ["light house"]), new("hm", ["harbourmaster"])],
    };

    public static AnswerEngine Engine { get; } = AnswerEngine.Build(Source);

    public static string? Answer(string text, LastTurn? last = null) => (Engine.Ask(text, last) as Answered)?.EntryId;

    public static string? Answer(string first, string second) => Answer(second, AnswerEngine.Remember(Engine.Ask(first)));

    /// <summary>An outcome as text, to compare two of them whole.</summary>
    public static string Words(Outcome outcome)
    {
        var reasons = outcome.Reasons;
        var what = outcome switch
        {
            Answered a => $"answered {a.EntryId} {a.Confidence:R}",
            Unsure u => $"unsure {string.Join(',', u.EntryIds)} {u.Confidence:R}",
            NoAnswer n => $"no answer {n.Confidence:R}",
            _ => throw new InvalidOperationException(),
        };
        var nearest = string.Join(' ', reasons.Nearest.Select(n => $"{n.EntryId}={n.Share:R}"));
        return $"{what} | {string.Join(' ', reasons.Question.Words)} | {nearest} | {reasons.Score:R} | {string.Join(' ', reasons.Matched)}";
    }

    private static Entry Entry(string id, string title, params string[] questions) => new(id, title, questions, $"About the {id}.");

    private static Entry Counted(string id, string title, DateOnly from, DateOnly? to, params string[] questions) =>
        Entry(id, title, questions) with { Group = "ships", From = from, To = to };
}
