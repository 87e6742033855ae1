using System.ComponentModel.DataAnnotations;

namespace Bot.Activities;

/// <summary>Who may send us activities, and as whom we answer: section Bot:Auth.</summary>
public sealed class AuthOptions : IValidatableObject
{
    public const string Section = "Bot:Auth";
    public const string Development = "Development";

    /// <summary>"Development" answers unproven callers on this machine. Anything else, and nothing, checks tokens.</summary>
    public string Mode { get; set; } = "";

    public string AppId { get; set; } = "";
    public string TenantId { get; set; } = "";

    /// <summary>Empty: only <see cref="TenantId"/>.</summary>
    public IReadOnlyList<string> AllowedTenants { get; set; } = [];

    /// <summary>Public or UsGovernment.</summary>
    public string Cloud { get; set; } = CloudAddresses.Public.Name;

    /// <summary>Tenants whose Entra-issued tokens are accepted beside the channel's. Empty: none.</summary>
    public IReadOnlyList<string> EntraTenants { get; set; } = [];

    internal bool IsDevelopment => string.Equals(Mode, Development, StringComparison.OrdinalIgnoreCase);

    /// <summary>What a token check cannot do without.</summary>
    internal IReadOnlyList<string> Missing =>
        [.. new[] { ($"{Section}:{nameof(AppId)}", AppId), ($"{Section}:{nameof(TenantId)}", TenantId) }.Where(x => x.Item2.Length == 0).Select(x => x.Item1)];

    internal bool ChecksTokens => !IsDevelopment && Missing.Count == 0;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (CloudAddresses.Find(Cloud) is null)
            yield return new($"{Section}:{nameof(Cloud)} is \"{Cloud}\". Set it to {CloudAddresses.Public.Name} or {CloudAddresses.UsGovernment.Name}.");
        foreach (var (name, value) in Ids().Where(id => !Guid.TryParseExact(id.Value, "D", out _)))
            yield return new($"{name} is \"{value}\", which is no id. Set it to one such as 00000000-0000-0000-0000-000000000000.");
    }

    private IEnumerable<(string Name, string Value)> Ids()
    {
        if (AppId.Length > 0)
            yield return ($"{Section}:{nameof(AppId)}", AppId);
        if (TenantId.Length > 0)
            yield return ($"{Section}:{nameof(TenantId)}", TenantId);
        foreach (var tenant in AllowedTenants)
            yield return ($"{Section}:{nameof(AllowedTenants)}", tenant);
        foreach (var tenant in EntraTenants)
            yield return ($"{Section}:{nameof(EntraTenants)}", tenant);
    }
}
