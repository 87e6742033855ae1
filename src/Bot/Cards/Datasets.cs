namespace Bot.Cards;

/// <summary>What an input can ask the bot for while a name is being typed.</summary>
public static class Datasets
{
    /// <summary>NHS trusts that are open; the value is the trust's code.</summary>
    public const string Trusts = "trusts";

    /// <summary>The areas of the integrated care boards of today; the value is the record's key.</summary>
    public const string Footprints = "footprints";
}
