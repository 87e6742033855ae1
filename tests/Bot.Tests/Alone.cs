namespace Bot.Tests;

/// <summary>Tests that measure time, run while no other test of this project does: [Collection(Alone.Name)].</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
