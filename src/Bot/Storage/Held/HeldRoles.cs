namespace Bot.Storage.Held;

/// <summary>That somebody keeps the knowledge base, with their object id, for as long as they use that role.</summary>
public sealed class HeldRoles(RoleHolders holders) : IHeldAboutPerson
{
    public IReadOnlyCollection<string> Tables { get; } = ["role_holder"];

    public async Task<Holding> ReadAsync(string userId, CancellationToken ct) => new(
        await holders.CountAsync(userId, ct), "note that you keep the knowledge base, so that I can tell you what happened to it", "notes that you keep the knowledge base");

    public Task<int> DeleteAsync(string userId, CancellationToken ct) => holders.ForgetPersonAsync(userId, ct);
}
