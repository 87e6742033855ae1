using Bot.Activities;
using Bot.Storage;
using Microsoft.Extensions.Options;

namespace Bot.Roles;

/// <summary>The role of whoever sent an activity, by the object id that Teams gives with it.</summary>
public sealed class RoleCheck(RoleLists lists, GroupRoles groups, IOptions<AuthOptions> auth, RoleHolders holders)
{
    /// <summary>Callers are unproven and on this machine, and nobody was given a role: then everybody has them all.</summary>
    private bool IsOpen => auth.Value.IsDevelopment && !lists.AreSet;

    public async ValueTask<Role> OfAsync(Activity activity, CancellationToken ct)
    {
        if (!Guid.TryParse(activity.From?.AadObjectId, out var person)) return IsOpen ? Role.Admin : Role.None;
        var role = await OfAsync(person, ct);
        if (role != Role.None) await NoteAsync(activity, person, ct);
        return role;
    }

    public ValueTask<Role> OfAsync(Guid person, CancellationToken ct)
    {
        if (IsOpen) return new(Role.Admin);
        var listed = lists.OfPerson(person);
        return listed == Role.Admin || lists.Groups.Count == 0 ? new(listed) : HighestAsync(person, listed, ct);
    }

    /// <summary>Remembers where somebody whom the settings list can be written to, whatever they say; asks nobody.</summary>
    public ValueTask NoteListedAsync(Activity activity, CancellationToken ct) =>
        Guid.TryParse(activity.From?.AadObjectId, out var person) && lists.OfPerson(person) != Role.None ? NoteAsync(activity, person, ct) : default;

    private async ValueTask<Role> HighestAsync(Guid person, Role listed, CancellationToken ct)
    {
        var role = await groups.OfAsync(person, ct);
        return role > listed ? role : listed;
    }

    private ValueTask NoteAsync(Activity activity, Guid person, CancellationToken ct) =>
        activity is { From.Id: { Length: > 0 } user, Conversation.Id: { Length: > 0 } conversation }
            ? holders.NoteAsync(person.ToString(), user, conversation, ct) : default;
}
