using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Whole;

/// <summary>How one test's service differs from the one that people start.</summary>
public sealed record GuideSetup
{
    public string Environment { get; init; } = "Development";

    /// <summary>Keeps the database after the service, for one that is started again; else a new folder goes with the service.</summary>
    public string? DatabaseFolder { get; init; }

    /// <summary>Reads the content and the kept model itself, instead of sharing what another service loaded.</summary>
    public bool LoadsAnew { get; init; }

    public TimeProvider? Time { get; init; }

    /// <summary>Stands in for what no test can have, such as a token of Microsoft Entra.</summary>
    public Action<IServiceCollection>? Services { get; init; }

    public IReadOnlyList<(string Key, string Value)> Settings { get; init; } = [];
}
