namespace Bot.Checkups;

/// <summary>Looks at one part of the service. It changes nothing, and what it cannot reach is a finding, not an exception.</summary>
public interface ICheckup
{
    Task<IReadOnlyList<Finding>> LookAsync(CancellationToken ct);
}

/// <summary>A checkup that is made only when it is wanted, so that one whose settings are wrong does not keep the others from looking.</summary>
/// <param name="Type">An <see cref="ICheckup"/>.</param>
public sealed record PlannedCheckup(string About, Type Type);
