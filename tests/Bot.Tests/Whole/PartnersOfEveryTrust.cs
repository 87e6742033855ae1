using System.Diagnostics;
using System.Text.Json;
using Bot.Tests.Knowledge.Records;
using Bot.Tests.Support;

namespace Bot.Tests.Whole;

/// <summary>"What is my trust's footprint and who are the key partners?" for every trust, against the files.</summary>
public sealed class PartnersOfEveryTrust(ITestOutputHelper output)
{
    private const string Register = "2026-07-02", Spring2018 = "2018-05-01";

    private static readonly List<Dictionary<string, string>> Trusts = Raw.Rows("trusts.csv");

    [Fact]
    public async Task OpenToday_AsMyTrust()
    {
        var guide = await SharedGuide.Instance;
        await CheckAsync([.. Trusts.Where(t => IsOpen(t, Register))], async trust =>
        {
            var person = Person.New();
            await guide.AskAsync($"my trust is {trust["code"]}", person);
            return (await guide.AskAsync("What is my trust's footprint and who are the key partners?", person), [$"For your trust, {trust["name"]}", .. Today(trust), .. Then(trust)]);
        });
    }

    [Fact]
    public async Task OpenIn2018_ByName()
    {
        var guide = await SharedGuide.Instance;
        await CheckAsync([.. Trusts.Where(t => IsOpen(t, Spring2018))], async trust =>
        {
            var card = await guide.AskAsync($"What is {trust["name"]}'s footprint and who are the key partners?");
            var now = IsOpen(trust, Register) ? Today(trust) : [.. Successors(trust).Select(s => Bare(s["name"])), .. Successors(trust).Select(s => Raw.Footprint("icb36", s["icb36"])).Distinct()];
            return (card, [.. now, .. Then(trust)]);
        });
    }

    // The board, and every other trust and council of its area.
    private static IEnumerable<string> Today(Dictionary<string, string> trust) =>
    [
        Raw.Footprint("icb36", trust["icb36"]),
        .. Trusts.Where(t => t["icb36"] == trust["icb36"] && IsOpen(t, Register) && t["code"] != trust["code"]).Select(t => t["name"]),
        .. Raw.Rows("councils.csv").Where(c => Raw.Codes(c["icb36"]).Contains(trust["icb36"])).Select(c => c["name"]),
    ];

    // The STP, and everybody on its published list. Some trusts began later.
    private static IEnumerable<string> Then(Dictionary<string, string> trust)
    {
        if (trust["stp44"].Length == 0) return [];
        var stp = Raw.Rows("footprints.csv").Single(f => f["era"] == "stp44" && f["ods"] == trust["stp44"]);
        return [stp["name"], .. Raw.Rows("partners.csv").Where(p => p["footprint"] == stp["id"]).Select(p => p["name"])];
    }

    private static IEnumerable<Dictionary<string, string>> Successors(Dictionary<string, string> trust) =>
        trust["successors"].Split(';').Select(code => Trusts.Single(t => t["code"] == code)).SelectMany(t => IsOpen(t, Register) ? [t] : Successors(t));

    private static bool IsOpen(Dictionary<string, string> trust, string day) =>
        (trust["from"].Length == 0 || string.CompareOrdinal(trust["from"], day) <= 0) && (trust["to"].Length == 0 || string.CompareOrdinal(trust["to"], day) >= 0);

    private static string Bare(string name) => name.Replace(" NHS Foundation Trust", "").Replace(" NHS Trust", "");

    private async Task CheckAsync(Dictionary<string, string>[] trusts, Func<Dictionary<string, string>, Task<(JsonElement Card, IReadOnlyList<string> Holds)>> ask)
    {
        var watch = Stopwatch.StartNew();
        var faults = new List<string>();
        foreach (var trust in trusts)
        {
            var (card, holds) = await ask(trust);
            var text = CardReading.VisibleText(card) + CardReading.HiddenText(card);
            // An abbreviation is written out where it comes first.
            var missing = holds.Where(h => !text.Contains(h, StringComparison.Ordinal) && !text.Contains(h.Replace("CCG", "clinical commissioning group (CCG)"), StringComparison.Ordinal)).ToArray();
            if (missing.Length > 0 || !CardReading.Heading(card).Contains("partners", StringComparison.Ordinal))
                faults.Add($"{trust["name"]}: \"{CardReading.Heading(card)}\" lacks {string.Join("; ", missing.Take(4))}");
        }

        output.WriteLine($"{trusts.Length - faults.Count} of {trusts.Length} trusts right, in {watch.Elapsed.TotalSeconds:F1} s");
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }
}
