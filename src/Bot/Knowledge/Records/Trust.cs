namespace Bot.Knowledge.Records;

/// <summary>An NHS trust or foundation trust that was open at any time since 15 March 2016.</summary>
/// <param name="ShortName">Without "NHS Foundation Trust" or "NHS Trust".</param>
/// <param name="Kind">Curated, not from an official list: acute, specialist, mental health, community, ambulance or combined.</param>
/// <param name="Homes">ODS code of the footprint of its head office, by map.</param>
public sealed record Trust(
    string Code, string Name, string ShortName, IReadOnlyList<string> Aliases, IReadOnlyList<FormerName> FormerNames, string Kind, IReadOnlyList<string> Services,
    bool IsFoundation, string Town, ByEra<string> Homes, DateOnly? From, DateOnly? To, IReadOnlyList<string> Successors, IReadOnlyList<string> Sources)
{
    public bool IsOpen(DateOnly day) => (From is null || From <= day) && (To is null || To >= day);

    public bool IsOpenNow => IsOpen(Eras.Checked);

    /// <summary>The name it had in the spring of 2018, where it differs and is held.</summary>
    public string NameIn2018 =>
        FormerNames.Where(f => f.Until >= new RecordDate(2018, 5, null)).OrderBy(f => f.Until).FirstOrDefault()?.Name ?? Name;

    /// <summary>Drops the legal form from the end of a trust's name.</summary>
    public static string WithoutForm(string name)
    {
        foreach (var form in new[] { " NHS Foundation Trust", " NHS Trust", " Foundation Trust" })
            if (name.EndsWith(form, StringComparison.Ordinal)) return name[..^form.Length].TrimEnd(',');
        return name;
    }
}

/// <summary>A name that a trust used to have.</summary>
/// <param name="Until">When it gave the name up, where held; December where only the year is. For ordering, not for show.</param>
public sealed record FormerName(string Name, RecordDate? Until);

/// <summary>A clinical commissioning group.</summary>
/// <param name="Years">In which of the lists of 2016, 2019, 2020 and 2021 it stands.</param>
/// <param name="Footprints">ODS code by map; <see cref="Era.Icb42"/> is the board of 2024 for its area.</param>
/// <param name="Successor">Code of the CCG of 2021 that took it over.</param>
public sealed record Ccg(
    string Code, string Name, IReadOnlyList<int> Years, ByEra<string> Footprints, string? Successor, IReadOnlyList<string> Sources)
{
    public string BareName => Name.StartsWith("NHS ", StringComparison.Ordinal) && Name.EndsWith(" CCG", StringComparison.Ordinal) ? Name[4..^4] : Name;
}

/// <summary>A council that is responsible for social care (upper tier).</summary>
public sealed record Council(string Code, string Name, string Type, ByEra<IReadOnlyList<AreaShare>> Shares, IReadOnlyList<string> Sources);

/// <summary>An organisation on the published partner list of an STP.</summary>
/// <param name="AsAt">April 2019, or June 2018 for the three northern areas before they merged.</param>
/// <param name="Kind">CCG, NHS trust, local authority or other organisation.</param>
public sealed record Partner(string FootprintId, RecordDate AsAt, string Kind, string Subkind, string? Code, string Name);
