using Bot.Roles;
using Microsoft.Graph.Users.Item.CheckMemberGroups;
using Microsoft.Kiota.Abstractions;

namespace Bot.Graph;

/// <summary>checkMemberGroups: which of a few named groups hold a person, groups within groups included. Needs User.Read.All and GroupMember.Read.All.</summary>
internal sealed class GroupMembership(GraphConnection graph, TimeProvider time, ILogger<GroupMembership> log) : IGroupMembership
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);
    private readonly GraphRest _rest = new(time);

    public async ValueTask<IReadOnlySet<Guid>?> OfAsync(Guid person, IReadOnlyCollection<Guid> groups, CancellationToken ct)
    {
        if (_rest.IsNow) return null;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Limit);
        try
        {
            var body = new CheckMemberGroupsPostRequestBody { GroupIds = [.. groups.Select(group => group.ToString())] };
            var answer = await graph.Open().Users[person.ToString()].CheckMemberGroups.PostAsCheckMemberGroupsPostResponseAsync(body, cancellationToken: limit.Token);
            return (answer?.Value ?? []).Select(id => Guid.TryParse(id, out var group) ? group : Guid.Empty).Where(groups.Contains).ToHashSet();
        }
        catch (ApiException e) when (e.ResponseStatusCode == 404)
        {
            // Somebody whom this directory does not know, such as a guest's own account.
            return new HashSet<Guid>();
        }
        catch (ApiException e)
        {
            _rest.After(e);
            if (e.ResponseStatusCode is 401 or 403) Log.GroupsForbidden(log, e.ResponseStatusCode);
            else Log.GroupsNotAsked(log, $"status {e.ResponseStatusCode}");
        }
        catch (Exception e) when (GraphConnection.IsOutage(e) || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            _rest.Shortly();
            Log.GroupsNotAsked(log, e.GetType().Name);
        }

        return null;
    }
}
