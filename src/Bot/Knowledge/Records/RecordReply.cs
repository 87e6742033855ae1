namespace Bot.Knowledge.Records;

/// <summary>What people ask of the records.</summary>
public enum RecordIntent
{
    WhichFootprint, Covers, Partners, Status, Population, Became, Trusts, Councils, Ccgs, ChangedIn2026, Neighbours, Waves, Compare, Lists,
}

/// <summary>An answer, a choice between several bearers of a name, or what is not held.</summary>
public abstract record RecordReply
{
    /// <summary>At most 65 characters, never a question.</summary>
    public required string Heading { get; init; }

    /// <summary>What to ask next.</summary>
    public IReadOnlyList<RecordNext> Next { get; init; } = [];
}

/// <summary>Composed from records by a template. Everything but <see cref="Detail"/> is in sight at once.</summary>
public sealed record RecordAnswer : RecordReply
{
    public const string AttributionLine =
        "Contains NHS England (ODS) information licensed under the OGL v3.0. Source: Office for National Statistics licensed under the OGL v3.0. "
        + "Contains OS data (c) Crown copyright and database right.";

    /// <summary>At most 60 words; leads with the fact and stands alone.</summary>
    public required string Short { get; init; }

    /// <summary>At most 8 lines and one that says how many more there are.</summary>
    public IReadOnlyList<string> Points { get; init; } = [];

    /// <summary>The points stop before everything is said: "and 4 more".</summary>
    public bool IsFolded => Points.Any(p => p.EndsWith(" more", StringComparison.Ordinal));

    /// <summary>The descent of an area, oldest first, drawn as a table; then there are no points.</summary>
    public IReadOnlyList<RecordStep> Steps { get; init; } = [];

    /// <summary>Everything, for the folded part.</summary>
    public IReadOnlyList<RecordSection> Detail { get; init; } = [];

    /// <summary>What the statements hold for, such as "July 2026".</summary>
    public required string AsOf { get; init; }

    public string? StatusNote { get; init; }

    /// <summary>One line under the answer, such as that the kinds of trusts are curated.</summary>
    public string? Footnote { get; init; }

    /// <summary>Ids in sources.yaml.</summary>
    public IReadOnlyList<string> SourceIds { get; init; } = [];

    public string Attribution { get; init; } = AttributionLine;

    /// <summary>The whole answer as plain text, for pasting into a paper.</summary>
    /// <param name="titleOf">Gives the title and date of a source; an id without one is shown as it is.</param>
    public string ToText(Func<string, string?>? titleOf = null)
    {
        var lines = new List<string> { Heading, "", Short };
        if (Steps.Count > 0) lines.AddRange(["", .. Steps.Select(s => $"- {s.When}: {s.Name} ({s.What})"), RecordStep.Key]);
        if (Points.Count > 0) lines.AddRange(["", .. Points.Select(p => $"- {p}")]);
        if (StatusNote is not null) lines.AddRange(["", StatusNote]);
        foreach (var section in Detail) lines.AddRange(["", section.Title, .. section.Lines.Select(l => $"- {l}")]);
        if (Footnote is not null) lines.AddRange(["", Footnote]);
        lines.AddRange(["", $"As at {AsOf}.", "Sources:", .. SourceIds.Select(s => $"- {titleOf?.Invoke(s) ?? s}"), "", Attribution]);
        return string.Join('\n', lines);
    }
}

/// <summary>Several places share the name; the person picks.</summary>
public sealed record RecordChoice : RecordReply
{
    public required string Text { get; init; }

    public required IReadOnlyList<RecordOption> Options { get; init; }
}

/// <summary>The records do not say; the text says what is missing and whom to ask.</summary>
public sealed record RecordNotHeld : RecordReply
{
    public required string Text { get; init; }
}

public sealed record RecordSection(string Title, IReadOnlyList<string> Lines);

/// <summary>One step of a descent.</summary>
/// <param name="When">Such as "April 2020 to June 2022".</param>
/// <param name="What">What the area was then, such as "STP footprint".</param>
/// <param name="Name">Its name, or names with shares.</param>
public sealed record RecordStep(string When, string What, string Name)
{
    /// <summary>Stands beside the steps, because their cells are too narrow for the long words.</summary>
    public const string Key = "STP: sustainability and transformation partnership. ICS: integrated care system. ICB: integrated care board.";
}

public sealed record RecordOption(string Label, string Key);

public sealed record RecordNext(string Label, RecordIntent Intent, string Key);
