using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Fakes;

/// <summary>
/// The identity servers of the channel and of Entra on this machine: metadata, keys with endorsements, and tokens for whoever
/// asks. Reached through <see cref="Detour"/>, so that the service uses the addresses that it always uses.
/// </summary>
public sealed class FakeIdentity : IAsyncDisposable
{
    public const string AppId = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
    public const string Tenant = "66666666-7777-8888-9999-000000000000";
    public const string ServiceUrl = "https://smba.trafficmanager.net/uk/66666666-7777-8888-9999-000000000000/";

    // Making a key takes long enough to make it once.
    public static readonly FakeKey First = new("key-1", "msteams", "directline");
    public static readonly FakeKey Second = new("key-2", "msteams");
    public static readonly FakeKey Unendorsed = new("key-plain");
    public static readonly FakeKey Strange = new("key-1", "msteams");

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _tokenScript = new();
    private int _keyFetches;

    private FakeIdentity(WebApplication app, TimeProvider time) => (_app, Time) = (app, time);

    public TimeProvider Time { get; }

    public Uri Address => new(_app.Urls.Single());

    public List<FakeKey> Keys { get; } = [First, Unendorsed];

    public int KeyFetches => _keyFetches;

    /// <summary>Before the keys are given out: waits or fails as the test likes.</summary>
    public Func<HttpContext, Task<bool>> BeforeKeys { get; set; } = _ => Task.FromResult(true);

    /// <summary>The forms that came to the token endpoint, with "path" added.</summary>
    public ConcurrentQueue<Dictionary<string, string>> TokenRequests { get; } = new();

    public int TokenSeconds { get; set; } = 3600;

    public static async Task<FakeIdentity> StartAsync(TimeProvider time)
    {
        var app = LoopbackServer.Build();
        var identity = new FakeIdentity(app, time);
        identity.Map();
        await app.StartAsync();
        return identity;
    }

    public Detour Detour(params (string Host, Uri Server)[] more) => new(new[]
    {
        "login.botframework.com", "login.botframework.azure.us", "login.microsoftonline.com", "login.microsoftonline.us", "169.254.169.254",
    }.ToDictionary(host => host, _ => Address).Concat(more.ToDictionary(x => x.Host, x => x.Server)).ToDictionary());

    /// <summary>A token as the channel of the public cloud would send it.</summary>
    public FakeToken Channel(FakeKey? key = null, string issuer = "https://api.botframework.com") => Signed(key ?? First, new JsonObject
    {
        ["iss"] = issuer,
        ["aud"] = AppId,
        ["serviceurl"] = ServiceUrl,
        ["nbf"] = Now(-60),
        ["exp"] = Now(3600),
    });

    public FakeToken Entra(string tenant, bool v2, FakeKey? key = null) => Signed(key ?? First, new JsonObject
    {
        ["iss"] = v2 ? $"https://login.microsoftonline.com/{tenant}/v2.0" : $"https://sts.windows.net/{tenant}/",
        ["aud"] = AppId,
        ["tid"] = tenant,
        ["ver"] = v2 ? "2.0" : "1.0",
        [v2 ? "azp" : "appid"] = AppId,
        ["nbf"] = Now(-60),
        ["exp"] = Now(3600),
    });

    public long Now(int seconds) => Time.GetUtcNow().AddSeconds(seconds).ToUnixTimeSeconds();

    /// <summary>The next request for a token gets this answer.</summary>
    public void NextToken(Func<HttpContext, Task> answer) => _tokenScript.Enqueue(answer);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static FakeToken Signed(FakeKey key, JsonObject payload) =>
        new(new JsonObject { ["typ"] = "JWT", ["alg"] = "RS256", ["kid"] = key.Kid }, payload, key);

    private void Map()
    {
        foreach (var (metadata, keys) in new[]
        {
            ("login.botframework.com/v1/.well-known/openidconfiguration", "login.botframework.com/v1/.well-known/keys"),
            ("login.botframework.azure.us/v1/.well-known/openidconfiguration", "login.botframework.azure.us/v1/.well-known/keys"),
            ("login.microsoftonline.com/common/v2.0/.well-known/openid-configuration", "login.microsoftonline.com/common/discovery/v2.0/keys"),
        })
        {
            _app.MapGet("/" + metadata, () => Results.Json(new Dictionary<string, string> { ["issuer"] = "x", ["jwks_uri"] = "https://" + keys }));
            _app.MapGet("/" + keys, KeysAsync);
        }

        _app.MapGet("/{host}/common/discovery/instance", (string host) => Results.Json(new Dictionary<string, object>
        {
            ["tenant_discovery_endpoint"] = $"https://{host}/{Tenant}/v2.0/.well-known/openid-configuration",
            ["api-version"] = "1.1",
            ["metadata"] = new[] { new { preferred_network = host, preferred_cache = host, aliases = new[] { host } } },
        }));
        _app.MapPost("/{host}/{tenant}/oauth2/v2.0/token", (HttpContext http) => TokenAsync(http));
        _app.MapGet("/169.254.169.254/metadata/identity/oauth2/token", (HttpContext http) => TokenAsync(http));
    }

    private async Task KeysAsync(HttpContext http)
    {
        Interlocked.Increment(ref _keyFetches);
        if (await BeforeKeys(http))
            await http.Response.WriteAsJsonAsync(new JsonObject { ["keys"] = new JsonArray([.. Keys.Select(key => key.Published)]) });
    }

    private async Task TokenAsync(HttpContext http)
    {
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync() : null;
        var fields = form?.ToDictionary(x => x.Key, x => x.Value.ToString()) ?? http.Request.Query.ToDictionary(x => x.Key, x => x.Value.ToString());
        fields["path"] = http.Request.Path;
        TokenRequests.Enqueue(fields);
        if (_tokenScript.TryDequeue(out var scripted))
        {
            await scripted(http);
            return;
        }

        var number = TokenRequests.Count;
        await http.Response.WriteAsJsonAsync(new Dictionary<string, object>
        {
            ["token_type"] = "Bearer",
            ["expires_in"] = TokenSeconds,
            ["expires_on"] = DateTimeOffset.UtcNow.AddSeconds(TokenSeconds).ToUnixTimeSeconds(),
            ["resource"] = "https://api.botframework.com",
            ["access_token"] = $"token-{number}",
        });
    }
}
