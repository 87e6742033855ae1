using System.Collections.Concurrent;

namespace Bot.Roles;

/// <summary>Roles that come from groups, asked at most once in five minutes for each person.</summary>
public sealed class GroupRoles(RoleLists lists, IGroupMembership groups, TimeProvider time)
{
    private const int MostKept = 4_096;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<Guid, (Role Role, DateTimeOffset Until)> _kept = new();

    public async ValueTask<Role> OfAsync(Guid person, CancellationToken ct)
    {
        if (lists.Groups.Count == 0) return Role.None;
        var now = time.GetUtcNow();
        if (_kept.TryGetValue(person, out var kept) && now < kept.Until) return kept.Role;
        // Who cannot be asked about has no role: better a change that waits than one by a stranger.
        if (await groups.OfAsync(person, lists.Groups, ct) is not { } held) return Role.None;
        var role = lists.OfGroups(held);
        if (_kept.Count >= MostKept) _kept.Clear();
        _kept[person] = (role, now + Kept);
        return role;
    }
}
