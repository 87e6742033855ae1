using System.Collections.Frozen;
using Microsoft.Extensions.Options;

namespace Bot.Roles;

/// <summary>The people and groups that the settings name, each with the highest role it was given.</summary>
public sealed class RoleLists(IOptions<RoleOptions> options)
{
    private readonly FrozenDictionary<Guid, Role> _people = Highest(
        (options.Value.Viewers, Role.Viewer), (options.Value.Editors, Role.Editor), (options.Value.Admins, Role.Admin));

    private readonly FrozenDictionary<Guid, Role> _groups = Highest(
        ([options.Value.ViewerGroup], Role.Viewer), ([options.Value.EditorGroup], Role.Editor), ([options.Value.AdminGroup], Role.Admin));

    public IReadOnlyCollection<Guid> Groups => _groups.Keys;

    public bool AreSet => options.Value.AreSet;

    public Role OfPerson(Guid person) => _people.GetValueOrDefault(person);

    public Role OfGroups(IEnumerable<Guid> groups) => groups.Select(group => _groups.GetValueOrDefault(group)).DefaultIfEmpty().Max();

    private static FrozenDictionary<Guid, Role> Highest(params (IReadOnlyList<string> Ids, Role Role)[] lists)
    {
        var roles = new Dictionary<Guid, Role>();
        foreach (var (ids, role) in lists)
            foreach (var id in ids.Where(id => id.Length > 0)) roles[Guid.Parse(id)] = role;
        return roles.ToFrozenDictionary();
    }
}
