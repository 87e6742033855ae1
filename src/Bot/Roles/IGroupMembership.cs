namespace Bot.Roles;

/// <summary>Asks the directory which groups a person is in. A network stands behind it.</summary>
public interface IGroupMembership
{
    /// <returns>Those of the groups that the person is in, directly or through another group; null where that cannot be asked now.</returns>
    ValueTask<IReadOnlySet<Guid>?> OfAsync(Guid person, IReadOnlyCollection<Guid> groups, CancellationToken ct);
}
