using Bot.Storage;

namespace Bot.Checkups.Looks;

/// <summary>Whether the database can be reached and written, and whether its tables are those that this program knows.</summary>
internal sealed class DatabaseLook(Database database, DatabaseState state) : ICheckup
{
    private const string About = "Database";

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken ct)
    {
        if (!state.IsMade) return [NotMade(database.File!)];
        try
        {
            var facts = await state.ReadAsync(ct);
            return [Reached(facts), Tables(facts), .. Written(facts)];
        }
        catch (Exception e) when (DatabaseTrouble.Of(e, database) is { } trouble)
        {
            return [new(About, Standing.Fault, trouble.Words, trouble.Mend)];
        }
    }

    private Finding NotMade(string file) => Folder.Complaint(Path.GetDirectoryName(file)!) is { } complaint
        ? new(About, Standing.Fault, $"The {database.Name} is not there and cannot be made: {complaint}", $"Let the service's account write to {Path.GetDirectoryName(file)}, or name another place in Bot:Database:ConnectionString.")
        : new(About, Standing.Note, $"The {database.Name} is not there yet.", "Nothing to do: the first start makes it.");

    private Finding Reached(DatabaseFacts facts) => facts.Damage is { } damage
        ? new(About, Standing.Fault, $"The {database.Name} is damaged: {damage}", "Stop the service, keep a copy of the file, and put the last backup in its place.")
        : new(About, Standing.Well, $"The {database.Name} answers in {facts.Answered.TotalMilliseconds:0} ms (version {facts.Server}).");

    private static Finding Tables(DatabaseFacts facts) => facts switch
    {
        { Changed: { } changed } => new(About, Standing.Fault, $"Script {changed} was changed after this database had applied it.", "Start the program that made this database. Scripts are never changed: write the change as a new script."),
        _ when facts.Applied > facts.Known => new(About, Standing.Fault, $"The database was made by a newer program: it has applied script {facts.Applied:0000} ({facts.Last}), and this program knows {facts.Known:0000}.",
            "Start the newer program, or go back to a copy of the database from before it."),
        _ when facts.Applied < facts.Known => new(About, Standing.Note, $"The database has applied script {facts.Applied:0000}; this program brings {facts.Known:0000}.", "Nothing to do: the next start applies the others. Make a backup before."),
        _ => new(About, Standing.Well, $"Its tables are at script {facts.Applied:0000} ({facts.Last}), the newest that this program knows."),
    };

    private static IEnumerable<Finding> Written(DatabaseFacts facts)
    {
        if (facts.WhyNotWritable is { } why)
            yield return new(About, Standing.Fault, $"The database cannot be written: {why}", "Give the service's account the right to write and to make tables, or name the primary server.");
    }
}
