using Bot.Knowledge;
using Bot.Knowledge.Records;
using Microsoft.Extensions.Options;

namespace Bot.Checkups.Looks;

/// <summary>Whether the records of footprints, trusts and places are whole.</summary>
internal sealed class RecordsLook(IOptions<KnowledgeOptions> options) : ICheckup
{
    private const string About = "Records";

    public Task<IReadOnlyList<Finding>> LookAsync(CancellationToken ct)
    {
        var problems = RecordSet.Load(Path.Combine(AppContext.BaseDirectory, options.Value.Records)).Problems;
        return Task.FromResult<IReadOnlyList<Finding>>(problems.Count == 0
            ? [new(About, Standing.Well, "The records of footprints, trusts and places are whole.")]
            : [new(About, Standing.Fault, $"The records of footprints, trusts and places cannot be read. Problems: {problems.Count}, the first: {problems[0].File}:{problems[0].Line}: {problems[0].Message}",
                "Bring the records in again with `kb records FOLDER`, or install the program again.")]);
    }
}
