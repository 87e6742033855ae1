using System.ComponentModel.DataAnnotations;

namespace Bot.Roles;

/// <summary>Who keeps the knowledge base: section Bot:Roles. Lists need no permission; groups are asked of Microsoft Graph.</summary>
public sealed class RoleOptions : IValidatableObject
{
    public const string Section = "Bot:Roles";

    public IReadOnlyList<string> Admins { get; set; } = [];
    public IReadOnlyList<string> Editors { get; set; } = [];
    public IReadOnlyList<string> Viewers { get; set; } = [];

    public string AdminGroup { get; set; } = "";
    public string EditorGroup { get; set; } = "";
    public string ViewerGroup { get; set; } = "";

    /// <summary>Anybody or any group is named.</summary>
    internal bool AreSet => Ids().Any();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        from id in Ids()
        where !Guid.TryParse(id.Value, out _)
        select new ValidationResult($"{Section}:{id.Name} holds \"{id.Value}\". Use object ids of Microsoft Entra, such as 00000000-0000-0000-0000-000000000000.");

    private IEnumerable<(string Name, string Value)> Ids() =>
    [
        .. Admins.Select(id => (nameof(Admins), id)), .. Editors.Select(id => (nameof(Editors), id)), .. Viewers.Select(id => (nameof(Viewers), id)),
        .. new[] { (nameof(AdminGroup), AdminGroup), (nameof(EditorGroup), EditorGroup), (nameof(ViewerGroup), ViewerGroup) }.Where(group => group.Item2.Length > 0),
    ];
}
