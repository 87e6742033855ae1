using System.Globalization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Bot.AzureAnswers.Authoring;

/// <summary>What was in the project before it was changed. The service itself has no way back.</summary>
public sealed class KeptExports(IOptions<AzureAnswersOptions> options, IHostEnvironment host, TimeProvider time)
{
    private const int Kept = 10;

    /// <returns>The file.</returns>
    internal async Task<string> KeepAsync(ReadOnlyMemory<byte> export, CancellationToken ct)
    {
        var folder = Path.Combine(host.ContentRootPath, options.Value.Exports);
        var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{options.Value.Project}-{time.GetUtcNow():yyyyMMdd-HHmmss}.json"));
        try
        {
            Directory.CreateDirectory(folder);
            await using (var stream = File.Create(file)) await stream.WriteAsync(export, ct);
            foreach (var old in new DirectoryInfo(folder).EnumerateFiles($"{options.Value.Project}-*.json").OrderByDescending(f => f.Name, StringComparer.Ordinal).Skip(Kept)) old.Delete();
            return file;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new AzureFault(AzureFaultKind.Job, $"What is in the project could not be kept, so nothing was changed. Let Bot:AzureAnswers:Exports name a folder that can be written ({e.GetType().Name})", e);
        }
    }
}
