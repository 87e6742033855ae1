using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Activities;
using Bot.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Fakes;

/// <summary>The rooms Activities and Turns on a real port of this machine, with one scripted feature and a recording connector.</summary>
public sealed class BotOnKestrel : IAsyncDisposable
{
    /// <summary>Set on a request, stands for the caller's address; "none" for no address at all.</summary>
    public const string RemoteHeader = "X-Test-Remote";

    private readonly WebApplication _app;

    private BotOnKestrel(WebApplication app, RecordingConnector connector, ScriptedFeature feature, RecordingLog log)
    {
        _app = app;
        Connector = connector;
        Feature = feature;
        Log = log;
        Client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Client { get; }

    public RecordingConnector Connector { get; }

    public ScriptedFeature Feature { get; }

    public RecordingLog Log { get; }

    public ConversationClient Conversations => _app.Services.GetRequiredService<ConversationClient>();

    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    public static Task<BotOnKestrel> StartAsync(params (string Key, string Value)[] settings) => StartAsync(_ => { }, settings);

    public static async Task<BotOnKestrel> StartAsync(Action<IServiceCollection> change, params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection([new("Bot:Auth:Mode", "Development"), .. Patience.Settings]);
        builder.Configuration.AddInMemoryCollection(settings.Reverse().DistinctBy(x => x.Key).Select(x => KeyValuePair.Create(x.Key, (string?)x.Value)));
        var log = new RecordingLog();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Debug).AddProvider(log);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var feature = new ScriptedFeature();
        builder.Services.AddActivities().AddTurns().AddSingleton<IFeature>(feature);
        change(builder.Services);
        var app = builder.Build();
        app.Use((http, next) =>
        {
            if (http.Request.Headers.TryGetValue(RemoteHeader, out var remote))
                http.Connection.RemoteIpAddress = remote == "none" ? null : IPAddress.Parse(remote.ToString());
            return next(http);
        });
        app.MapActivities();
        await app.StartAsync();
        return new(app, await RecordingConnector.StartAsync(), feature, log);
    }

    public JsonObject Recorded(string name)
    {
        var activity = RecordedActivity.Load(name);
        activity["serviceUrl"] = Connector.ServiceUrl.AbsoluteUri;
        return activity;
    }

    /// <summary>A message of the default user, to be answered in the response.</summary>
    public JsonObject Asking(string text)
    {
        var activity = Recorded("TeamsPersonalMessage");
        activity["text"] = text;
        activity["deliveryMode"] = "expectReplies";
        return activity;
    }

    public Task<HttpResponseMessage> PostAsync(JsonNode activity) => PostAsync(activity.ToJsonString());

    public Task<HttpResponseMessage> PostAsync(string body) => PostAsync(Encoding.UTF8.GetBytes(body));

    public Task<HttpResponseMessage> PostAsync(byte[] body, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<JsonElement> PostForJsonAsync(JsonNode activity)
    {
        using var response = await PostAsync(activity);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonElement.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        await Connector.DisposeAsync();
    }
}
