using Bot.Experts;
using Bot.Turns;
using Microsoft.Extensions.Options;

namespace Bot.Roles;

/// <summary>Lets through whoever has a role, and says kindly to everybody else whom to ask.</summary>
public sealed class RoleGate(RoleCheck roles, IOptions<Person> person)
{
    public ValueTask<Role> OfAsync(TurnContext turn, CancellationToken ct) => roles.OfAsync(turn.Activity, ct);

    /// <summary>How the audit log names whoever sent the turn's activity.</summary>
    public static string IdOf(TurnContext turn) => turn.Activity.From?.AadObjectId is { Length: > 0 } id ? id : turn.UserId;

    /// <summary>Remembers where somebody whom the settings list can be written to.</summary>
    public ValueTask NoteAsync(TurnContext turn, CancellationToken ct) => roles.NoteListedAsync(turn.Activity, ct);

    /// <returns>Null where the sender has at least this role.</returns>
    public async ValueTask<TurnResult?> RefuseAsync(TurnContext turn, Role least, CancellationToken ct) =>
        await roles.OfAsync(turn.Activity, ct) is var role && role >= least ? null : new TurnResult.Text(Words(role, least));

    private string Words(Role role, Role least) => role == Role.None
        ? $"This is for the people who keep the knowledge base of this guide. If you would like something to be changed, {person.Value.Clause}."
        : $"This needs the role of {Name(least)}, and yours is {Name(role)}. Nothing was changed. Ask an admin of this guide, or {person.Value.Clause}.";

    private static string Name(Role role) => role switch
    {
        Role.Admin => "admin",
        Role.Editor => "editor",
        _ => "viewer",
    };
}
