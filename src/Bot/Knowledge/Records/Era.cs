namespace Bot.Knowledge.Records;

/// <summary>The four maps of England. The 2018 integrated care systems stand apart, see <see cref="Ics2018"/>.</summary>
public enum Era { Stp44, Stp42, Icb42, Icb36 }

/// <summary>When each map held. The two middle borders are those of reporting, not of law.</summary>
public static class Eras
{
    /// <summary>The day of the newest register that was read.</summary>
    public static readonly DateOnly Checked = new(2026, 7, 2);

    public static readonly IReadOnlyList<Era> All = [Era.Stp44, Era.Stp42, Era.Icb42, Era.Icb36];

    public static DateOnly Start(this Era era) => era switch
    {
        Era.Stp44 => new(2016, 3, 15),
        Era.Stp42 => new(2020, 4, 1),
        Era.Icb42 => new(2022, 7, 1),
        _ => new(2026, 4, 1),
    };

    public static DateOnly End(this Era era) => era switch
    {
        Era.Stp44 => new(2020, 3, 31),
        Era.Stp42 => new(2022, 6, 30),
        Era.Icb42 => new(2026, 3, 31),
        _ => Checked,
    };

    /// <summary>How many footprints the map has.</summary>
    public static int Count(this Era era) => era switch { Era.Stp44 => 44, Era.Icb36 => 36, _ => 42 };

    /// <summary>The column that holds it in the data files.</summary>
    public static string Column(this Era era) => era switch { Era.Stp44 => "stp44", Era.Stp42 => "stp42", Era.Icb42 => "icb42", _ => "icb36" };

    /// <returns>Null where no map has that column.</returns>
    public static Era? OfColumn(string name)
    {
        foreach (var era in All)
            if (era.Column() == name) return era;
        return null;
    }

    /// <summary>The map that a year is asked about; null before there was one.</summary>
    public static Era? Of(int year) => year switch
    {
        < 2016 => null,
        < 2020 => Era.Stp44,
        < 2022 => Era.Stp42,
        < 2026 => Era.Icb42,
        _ => Era.Icb36,
    };

    public static bool IsBoard(this Era era) => era is Era.Icb42 or Era.Icb36;
}
