namespace Bot.Knowledge.Records;

/// <summary>Kinds of area in the order in which a name is looked up.</summary>
public enum AreaKind { Council, FormerCcg, County, Town, IcsArea }

/// <summary>The part of an area that lies in one footprint.</summary>
/// <param name="Code">ODS code of the footprint in the map that the share belongs to.</param>
/// <param name="Percent">Of residents, or of GP practices for a town; null where the split is not held.</param>
public sealed record AreaShare(string Code, decimal? Percent);

/// <summary>A district, borough, county, former CCG area or postal town, with the footprints it lay in.</summary>
/// <param name="Type">As published, such as "metropolitan borough".</param>
public sealed record Area(
    string Name, AreaKind Kind, string Type, string Code, ByEra<IReadOnlyList<AreaShare>> Shares, IReadOnlyList<string> Sources, bool Unverified);

/// <summary>All areas of one name, the first in look-up order leading.</summary>
/// <param name="LiesIn">Set for a place of which the data holds only the council area around it; that it lies there is unverified.</param>
public sealed record Place(string Key, string Name, IReadOnlyList<Area> Areas, string? LiesIn = null)
{
    public Area Leading => Areas[0];

    /// <summary>The first area of this name that is held for the map.</summary>
    public Area? In(Era era) => Areas.FirstOrDefault(a => a.Shares.Has(era));
}

/// <summary>One of several places that share a name.</summary>
/// <param name="Label">Tells it from the others, such as "Ashford, Surrey".</param>
/// <param name="Key">Of the place, the system or the nation outside England.</param>
public sealed record Bearer(string Name, string Label, string Key);
