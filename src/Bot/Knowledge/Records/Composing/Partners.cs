using Bot.Knowledge.Records.Names;

namespace Bot.Knowledge.Records.Composing;

/// <summary>Key partners by kind: from the published lists for 2018 and 2019, from trusts and councils for today.</summary>
internal static class Partners
{
    private const string NotHeldNote = "Not held: primary care networks, most independent providers and voluntary groups. Ask the integrated care board.";

    private const string ServesSeveral = "An ambulance trust serves several areas; these are the partners where its head office is.";

    private static readonly string[] NotHeldKinds =
        ["Primary care networks", "Voluntary, community and social enterprise groups, beyond those on the published lists", "Most independent providers"];

    public static RecordReply Compose(Asked asked)
    {
        var stp = asked.Year is null or < 2022 ? Focus.Stp(asked) : null;
        var board = asked.Year is null or >= 2022 ? Focus.Board(asked) : null;
        var listed = stp is null ? [] : asked.Set.Partners.Where(p => p.FootprintId == stp.Id).ToArray();
        if (board is null && listed.Length == 0) return Focus.Gone(asked);

        var text = new ShortText();
        var points = new List<string>();
        var detail = new List<RecordSection>();
        var closed = asked.Subject is TrustSubject { Trust: { IsOpenNow: false } trust } ? trust : null;
        if (closed is not null) Closing.Add(asked, closed, text, inShort: true);
        if (board is not null) Today(asked, board, text, points, detail);
        if (listed.Length > 0) Listed(asked, stp!, listed, text, points, detail, board is null);
        if (board is null && asked.Year is null) Composing.Today.Add(asked, text);
        else if (board is null || asked.IsPast) Composing.Today.After(asked, text);
        if (closed is null) text.Add("Primary care networks and voluntary groups are not held.");
        detail.Add(new RecordSection("What is not held", NotHeldKinds));
        return new RecordAnswer
        {
            Heading = Prose.Heading($"{Focus.HeadingName(asked)}: key partners", "Key partners in the area"),
            Short = text.ToString(),
            Points = Prose.Points(points),
            Detail = detail,
            AsOf = board is null ? listed[0].AsAt.ToString() : Say.Today,
            StatusNote = NotHeldNote,
            Footnote = asked.Subject is TrustSubject { Trust.Kind: "ambulance" } ? $"{Say.KindsFootnote} {ServesSeveral}" : Say.KindsFootnote,
            SourceIds = Evidence.Of(board is null ? [] : ["ODS-ETR26", "ONS-LSOA24", "ODS-ICB26"], listed.Length > 0 ? ["ODS-STP19"] : []),
            Next = Say.Next(asked.Subject.Key, RecordIntent.Partners, RecordIntent.WhichFootprint, RecordIntent.Covers, RecordIntent.ChangedIn2026, RecordIntent.Ccgs),
        };
    }

    private static void Today(Asked asked, Footprint board, ShortText text, List<string> points, List<RecordSection> detail)
    {
        var own = (asked.Subject as TrustSubject)?.Trust.Code;
        var trusts = TrustList.In(asked.Set, board, Era.Icb36).Where(t => t.Code != own).ToArray();
        var councils = CouncilList.In(asked.Set, board, Era.Icb36);
        var includes = Focus.Includes(asked, asked.In(Era.Icb36));
        var counts = $"{Prose.Count(trusts.Length, own is null ? "NHS trust" : "other NHS trust")} and {Prose.Count(councils.Count, "council")}";
        text.Add(
            $"The key partners in the {board.FullTitle} area{includes} are {counts}, as at July 2026.",
            $"The key partners in the {board.FullTitle} area are {counts}, as at July 2026.",
            $"The {board.FullTitle} area has {counts}, as at July 2026.",
            $"The {board.FullTitle} area has {counts}.");
        foreach (var kind in trusts.GroupBy(TrustKinds.Of).OrderBy(g => TrustKinds.Order(g.Key)))
        {
            points.Add(Prose.Line($"{TrustKinds.Plural(kind.Key)}: ", [.. kind.Select(t => TrustNames.Plain(t.Name))]));
            detail.Add(new RecordSection($"{TrustKinds.Plural(kind.Key)}, July 2026", [.. kind.Select(t => t.Name)]));
        }

        points.Add(Prose.Line("Local authorities (councils): ", councils));
        detail.Add(new RecordSection("Local authorities (councils), July 2026", councils));
    }

    private static void Listed(Asked asked, Footprint stp, Partner[] listed, ShortText text, List<string> points, List<RecordSection> detail, bool only)
    {
        var when = listed[0].AsAt.ToString();
        int Count(string kind) => listed.Count(p => p.Kind == kind);
        string Counts(string council, string councils) => Prose.List(
        [
            Prose.Count(Count("CCG"), "clinical commissioning group (CCG)", "clinical commissioning groups (CCGs)"), Prose.Count(Count("local authority"), council, councils),
            Prose.Count(Count("NHS trust"), "NHS trust"), .. Count("other organisation") is > 0 and var more ? [Prose.Count(more, "other organisation")] : Array.Empty<string>(),
        ]);
        var (counts, fewer) = (Counts("local authority (council)", "local authorities (councils)"), Counts("council", "councils"));
        var note = only && asked.Year is not null && asked.Year > 2019 ? " No later list was published." : "";
        text.Add(
            $"In {when} the {stp.Name} {Say.Stp} listed {counts}.{note}",
            $"In {when} the {stp.Name} {Say.Stp} listed {fewer}.{note}",
            $"In {when} the {stp.Name} footprint listed {fewer}.{note}",
            $"The partner list of {stp.Name}, {when}, is below.");
        foreach (var group in listed.GroupBy(p => Label(asked.Set, p)).OrderBy(g => g.Key.Order))
        {
            var names = group.Select(p => p.Kind == "NHS trust" ? TrustNames.Plain(p.Name) : p.Name).ToArray();
            if (only || group.Key.Order == 0) points.Add(Prose.Line($"{group.Key.Title}{(only ? "" : $", {when}")}: ", names));
            detail.Add(new RecordSection($"{group.Key.Title}, {when}", [.. group.Select(p => p.Name)]));
        }
    }

    private static (int Order, string Title) Label(RecordSet set, Partner partner) => partner.Kind switch
    {
        "CCG" => (0, "CCGs"),
        "local authority" => (1, "Local authorities (councils)"),
        "NHS trust" when TrustKinds.Of(set, partner) is var kind => (2 + TrustKinds.Order(kind), TrustKinds.Plural(kind)),
        _ => (20, "Other organisations"),
    };
}

/// <summary>Kinds of trust in the order in which they are listed.</summary>
internal static class TrustKinds
{
    private const string Combined = "combined", Both = "mental health and community";

    private static readonly string[] InOrder = ["acute", "specialist", "mental health", Both, "community", Combined, "ambulance"];

    /// <summary>Most trusts with several main services have the same two, so these get a name of their own.</summary>
    public static string Of(Trust trust) => trust.Kind == Combined && trust.Services is ["mental health", "community"] ? Both : trust.Kind;

    public static string Of(RecordSet set, Partner partner) => partner.Code is { } code && set.Trust(code) is { } trust && trust.Kind == partner.Subkind ? Of(trust) : partner.Subkind;

    public static int Order(string kind) => Array.IndexOf(InOrder, kind) is var at and >= 0 ? at : InOrder.Length;

    public static string Plural(string kind) => kind == Combined ? "Trusts with several main services" : $"{char.ToUpperInvariant(kind[0])}{kind[1..]} trusts";
}
