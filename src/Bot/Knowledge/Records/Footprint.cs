namespace Bot.Knowledge.Records;

/// <summary>One area of one map, or of two where a board did not change in 2026.</summary>
/// <param name="Eras">Empty for the merged north-east area of June 2018 to March 2020, which belongs to no map.</param>
/// <param name="SuccessorCodes">ODS codes in the next map; empty where the area lasts or nothing followed.</param>
/// <param name="Population">In people; null where it is not held.</param>
/// <param name="FirstWave">A system of 2018 covered it or part of it.</param>
/// <param name="Parent">Only the systems of 2018 have one, see <see cref="Ics2018.Parent"/>.</param>
public sealed record Footprint(
    string Id, string Name, IReadOnlyList<string> Aliases, bool IsBoard, EraSet Eras, string OdsCode, string OnsCode, string Region,
    int? Population, string PopulationYear, DateOnly From, DateOnly? To, IReadOnlyList<string> SuccessorCodes, string? Parent,
    bool FirstWave, bool Devolution, IReadOnlyList<string> Sources)
{
    private const string Before = "NHS ", After = " Integrated Care Board";

    /// <summary>Without "NHS" and "Integrated Care Board".</summary>
    public string BareName => IsBoard && Name.EndsWith(After, StringComparison.Ordinal) ? Name[Before.Length..^After.Length] : Name;

    /// <summary>As it is written after the abbreviation was explained.</summary>
    public string ShortTitle => IsBoard ? $"NHS {BareName} ICB" : Name;

    /// <summary>As it is written the first time.</summary>
    public string FullTitle => IsBoard ? $"{Name} (ICB)" : Name;
}

/// <summary>One of the 14 integrated care systems of May 2018.</summary>
/// <param name="Parent">Id of the STP footprint it lay in.</param>
/// <param name="Whole">It covered all of that footprint.</param>
public sealed record Ics2018(
    string Id, string Name, IReadOnlyList<string> Aliases, RecordDate Named, string Parent, string ParentCode, bool Whole, bool Devolution,
    IReadOnlyList<IcsPlace> Places);

/// <summary>A place of a system of 2018.</summary>
/// <param name="Seed">Named in the briefing of May 2018; else from general knowledge and unverified.</param>
public sealed record IcsPlace(string Name, bool Seed);

/// <summary>When an area was named an integrated care system.</summary>
/// <param name="Code">ODS code of the footprint, or id of the system of 2018 where that was smaller.</param>
public sealed record Wave(string Name, RecordDate Named, string Code);
