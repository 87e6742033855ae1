using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Hosting;
using Bot.Knowledge;
using Bot.Storage;
using Bot.Tests.Fakes;
using Bot.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

[assembly: AssemblyFixture(typeof(Bot.Tests.Whole.SharedGuide))]

namespace Bot.Tests.Whole;

/// <summary>The whole service on a real port of this machine, with the built-in content, a SQLite file and a recording connector.</summary>
public sealed class GuideOnKestrel : IAsyncDisposable
{
    // Training takes half a minute: once for each build of the tests, and never twice at once.
    internal static readonly string Models = Path.Combine(AppContext.BaseDirectory, "models");
    private static readonly SemaphoreSlim OneTrainingAtATime = new(1);
    private static KnowledgeSnapshot? loaded;

    private readonly WebApplication _app;
    private readonly string? _ownFolder;

    private GuideOnKestrel(WebApplication app, RecordingConnector connector, RecordingLog log, string? ownFolder)
    {
        (_app, Connector, Log, _ownFolder) = (app, connector, log, ownFolder);
        Client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = Address };
    }

    public Uri Address => new(_app.Urls.Single());

    public HttpClient Client { get; }

    public RecordingConnector Connector { get; }

    public RecordingLog Log { get; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<GuideOnKestrel> StartAsync(GuideSetup? setup = null)
    {
        setup ??= new GuideSetup();
        var ownFolder = setup.DatabaseFolder is null ? Directory.CreateTempSubdirectory("icsguide-whole-").FullName : null;
        var log = new RecordingLog();
        var app = Service.Build(Options(setup), builder =>
        {
            builder.Logging.ClearProviders().AddProvider(log);
            builder.Configuration.AddInMemoryCollection(
            [
                new("urls", "http://127.0.0.1:0"),
                new("Bot:Database:ConnectionString", $"Data Source={Path.Combine(setup.DatabaseFolder ?? ownFolder!, "guide.db")}"),
                new("Bot:Knowledge:Models", Models),
                .. Patience.Settings,
            ]);
            // A later source wins, so a test can say otherwise.
            builder.Configuration.AddInMemoryCollection(setup.Settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
            if (setup.Time is { } time)
                builder.Services.Replace(ServiceDescriptor.Singleton(time));
            setup.Services?.Invoke(builder.Services);
        });
        await LoadAsync(app, setup);
        await app.StartAsync();
        return new(app, await RecordingConnector.StartAsync(), log, ownFolder);
    }

    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>One activity in, its replies in the response.</summary>
    public async Task<IReadOnlyList<JsonElement>> PostForRepliesAsync(JsonObject activity)
    {
        activity["deliveryMode"] = "expectReplies";
        using var response = await PostAsync(activity);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var body = JsonElement.Parse(await response.Content.ReadAsStringAsync(Ct));
        return [.. body.GetProperty("activities").EnumerateArray()];
    }

    /// <summary>A question in a conversation of its own, or in the one given; the card of the answer.</summary>
    public async Task<JsonElement> AskAsync(string text, Person? person = null) =>
        CardOf(Assert.Single(await PostForRepliesAsync((person ?? Person.New()).Says(text))));

    /// <summary>Presses a button as Action.Execute does.</summary>
    public async Task<JsonElement> PressAsync(Person person, JsonElement button)
    {
        using var response = await PostAsync(person.Presses(button, Connector.ServiceUrl));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonElement.Parse(await response.Content.ReadAsStringAsync(Ct));
    }

    public Task<HttpResponseMessage> PostAsync(JsonNode activity) => PostAsync(Encoding.UTF8.GetBytes(activity.ToJsonString()));

    public async Task<HttpResponseMessage> PostAsync(byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("application/json");
        return await Client.PostAsync("/api/messages", content, Ct);
    }

    /// <summary>One activity in; what comes of it goes to the connector.</summary>
    public async Task SendAsync(JsonNode activity)
    {
        using var response = await PostAsync(activity);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    /// <summary>The first messages that the connector got for this person's conversation.</summary>
    public async Task<IReadOnlyList<JsonElement>> SentToAsync(Person person, int count)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while (SentTo(person).Count < count)
            await Task.Delay(10, limit.Token);
        return SentTo(person);
    }

    public IReadOnlyList<JsonElement> SentTo(Person person) =>
        [.. CallsOf(person).Select(call => call.Json)];

    /// <summary>New messages and changed ones.</summary>
    public IReadOnlyList<ConnectorCall> CallsOf(Person person) =>
        [.. Connector.Messages.Where(call => call.Target.Contains(person.ConversationId, StringComparison.Ordinal))];

    public Task FlushAsync() => Get<WriteQueue>().FlushAsync(Ct);

    public static JsonElement CardOf(JsonElement message)
    {
        var attachment = Assert.Single(message.GetProperty("attachments").EnumerateArray());
        Assert.Equal(Bot.Cards.AdaptiveCard.ContentType, attachment.GetProperty("contentType").GetString());
        return attachment.GetProperty("content");
    }

    public Task StopAsync() => _app.StopAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        await Connector.DisposeAsync();
        if (_ownFolder is not null)
            Directory.Delete(_ownFolder, recursive: true);
    }

    // The project's own folder, so that its settings files and its page are the ones in use.
    private static WebApplicationOptions Options(GuideSetup setup) => new()
    {
        EnvironmentName = setup.Environment,
        ContentRootPath = Repository.PathOf("src", "Bot"),
    };

    private static async Task LoadAsync(WebApplication app, GuideSetup setup)
    {
        await OneTrainingAtATime.WaitAsync(Ct);
        try
        {
            var store = app.Services.GetRequiredService<KnowledgeStore>();
            // What was loaded once is immutable, so another service can serve it too.
            if (loaded is { } kept && !setup.LoadsAnew) store.Serve(kept);
            store.Load();
            // One that reads other content is nobody else's.
            if (!setup.LoadsAnew) loaded ??= store.Current;
        }
        finally
        {
            OneTrainingAtATime.Release();
        }
    }
}
