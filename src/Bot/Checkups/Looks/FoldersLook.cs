using Bot.AzureAnswers;
using Bot.Knowledge;
using Bot.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Bot.Checkups.Looks;

/// <summary>Whether the folders that the service writes to can be written, and have room.</summary>
internal sealed class FoldersLook(IHostEnvironment host, IOptions<KnowledgeOptions> knowledge, IOptions<AzureAnswersOptions> azure, Database database) : ICheckup
{
    private const string About = "Folders";
    private const long Megabyte = 1024 * 1024, Scarce = 1_000 * Megabyte, TooLittle = 100 * Megabyte;

    public Task<IReadOnlyList<Finding>> LookAsync(CancellationToken ct)
    {
        var models = Path.GetFullPath(knowledge.Value.Models, host.ContentRootPath);
        List<Finding> found = [];
        if (database.File is { } file)
        {
            var folder = Path.GetDirectoryName(file)!;
            found.Add(Look(folder, "The database", Standing.Fault, "nothing can be kept", "Bot:Database:ConnectionString"));
            found.AddRange(Room(folder));
        }

        found.Add(Look(models, "Built models", Standing.Note, "every start builds the answer model again, which takes about 11 seconds", "Bot:Knowledge:Models"));
        if (azure.Value.Publishes)
            found.Add(Look(Path.GetFullPath(azure.Value.Exports, host.ContentRootPath), "Copies of the Azure project", Standing.Fault, "no release can be published to it", $"{AzureAnswersOptions.Section}:{nameof(AzureAnswersOptions.Exports)}"));
        if (database.File is null) found.AddRange(Room(models));
        return Task.FromResult<IReadOnlyList<Finding>>(found);
    }

    private static Finding Look(string folder, string what, Standing standing, string otherwise, string setting) => Folder.Complaint(folder) is { } complaint
        ? new(About, standing, $"{what}: {complaint} So {otherwise}.", $"Let the service's account write to {folder}, or name another folder in {setting}.")
        : new(About, Standing.Well, $"{what}: {folder} can be written.");

    private static IEnumerable<Finding> Room(string folder)
    {
        if (Folder.Room(folder) is not { } room || room > Scarce) yield break;
        yield return new(About, room > TooLittle ? Standing.Note : Standing.Fault, $"Only {room / Megabyte} MB are free on the disk of {folder}.", "Make room: a full disk stops all that is kept.");
    }
}
