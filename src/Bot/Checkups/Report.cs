using Bot.Checkups.Settings;

namespace Bot.Checkups;

/// <summary>All that was found, and the settings with which it was found.</summary>
public sealed record Report(DateTimeOffset At, string Version, IReadOnlyList<Finding> Findings, IReadOnlyList<Setting> Settings)
{
    public IEnumerable<Finding> Faults => Of(Standing.Fault);

    public IEnumerable<Finding> Notes => Of(Standing.Note);

    public IEnumerable<Finding> Well => Of(Standing.Well);

    public bool IsWell => !Faults.Any();

    private IEnumerable<Finding> Of(Standing standing) => Findings.Where(finding => finding.Standing == standing);
}
