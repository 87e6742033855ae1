using Bot.AzureAnswers;
using Bot.AzureAnswers.Authoring;
using Bot.Knowledge;
using Bot.Tests.Fakes;
using Bot.Tests.Whole;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.AzureAnswers;

/// <summary>The publishing half without the rest of the guide, on a clock that runs on while a job is waited for.</summary>
internal sealed class Publisher : IAsyncDisposable
{
    private const string Exports = "Bot:AzureAnswers:Exports";

    private readonly ServiceProvider _services;

    private Publisher(ServiceProvider services, FakeQuestionAnswering azure, string folder) => (_services, Azure, Folder) = (services, azure, folder);

    public FakeQuestionAnswering Azure { get; }

    public string Folder { get; }

    public FakeTime Time => (FakeTime)Get<TimeProvider>();

    public RecordingLog Log => Get<RecordingLog>();

    public static async Task<KnowledgeSnapshot> SnapshotAsync() => (await SharedGuide.Instance).Get<KnowledgeStore>().Current;

    public static async Task<Publisher> StartAsync(params (string Key, string Value)[] settings)
    {
        var (azure, folder, log) = (await FakeQuestionAnswering.StartAsync(), Directory.CreateTempSubdirectory("icsguide-azure-").FullName, new RecordingLog());
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(
            AzureSetup.With([.. settings.Any(s => s.Key == Exports) ? [] : new[] { (Exports, folder) }, .. settings]).Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build());
        services.AddSingleton(log).AddLogging(logging => logging.AddProvider(log));
        services.AddSingleton<TimeProvider>(new FakeTime()).AddSingleton<IHostEnvironment>(Host.CreateEmptyApplicationBuilder(null).Environment);
        var noted = new List<string>();
        services.AddSingleton(noted).AddSingleton<NoteInAudit>((who, action, what, why, _) =>
        {
            noted.Add($"{who}: {action}: {what}: {why}");
            return Task.CompletedTask;
        });
        services.AddAzureAnswers();
        AzureSetup.Reach(services, azure);
        return new(services.BuildServiceProvider(), azure, folder);
    }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public async Task<PushReport> PushAsync(bool replaceAll = true) =>
        await FinishAsync(Get<ProjectPublishing>().PushAsync(await SnapshotAsync(), replaceAll, "editor", TestContext.Current.CancellationToken));

    /// <summary>Moves the clock until the task is done.</summary>
    public async Task<T> FinishAsync<T>(Task<T> task)
    {
        while (!task.IsCompleted)
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(task, Task.Delay(2));
        }

        return await task;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Azure.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
