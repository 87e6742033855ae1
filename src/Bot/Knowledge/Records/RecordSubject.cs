namespace Bot.Knowledge.Records;

/// <summary>What a recognised name stands for.</summary>
/// <param name="Key">Such as <c>place:barnsley</c>, <c>system:qf7</c> or <c>trust:RFF</c>.</param>
public abstract record RecordSubject(string Key, string Name);

/// <summary>A footprint through all maps, or a system of 2018 that was smaller than its footprint.</summary>
/// <param name="Place">The council area, county or CCG area of the same name, where there is one.</param>
public sealed record SystemSubject(string Key, string Name, SystemLine Line, Place? Place) : RecordSubject(Key, Name);

/// <summary>What kept one ODS code over the years.</summary>
/// <param name="Footprints">Oldest first; empty for a smaller system of 2018.</param>
/// <param name="System">The system of 2018, where there was one.</param>
public sealed record SystemLine(string Code, IReadOnlyList<Footprint> Footprints, Ics2018? System)
{
    public bool IsSmallSystem => Footprints.Count == 0;
}

public sealed record PlaceSubject(string Key, string Name, Place Place) : RecordSubject(Key, Name);

public sealed record TrustSubject(string Key, string Name, Trust Trust) : RecordSubject(Key, Name);

/// <summary>An NHS England region.</summary>
public sealed record RegionSubject(string Key, string Name) : RecordSubject(Key, Name);

/// <summary>A name outside England.</summary>
public sealed record AbroadSubject(string Key, string Name, string Nation) : RecordSubject(Key, Name);

/// <summary>A name that several places share.</summary>
public sealed record SharedNameSubject(string Key, string Name, IReadOnlyList<RecordOption> Options) : RecordSubject(Key, Name);

/// <summary>The whole of England, for questions about all systems.</summary>
/// <param name="Year">The year asked about, where a button asks.</param>
public sealed record EnglandSubject(int? Year = null) : RecordSubject(Year is null ? "england" : $"england:{Year}", "England");
