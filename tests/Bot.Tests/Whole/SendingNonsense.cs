using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Tests.Fakes;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Whole;

public sealed class SendingNonsense : IAsyncLifetime
{
    private GuideOnKestrel _guide = null!;
    private int _logged;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _guide = await GuideOnKestrel.StartAsync();
        _logged = Warnings.Count;
    }

    public ValueTask DisposeAsync() => _guide.DisposeAsync();

    [Fact]
    public Task ABodyOf2Megabytes_Is413() => IsRefusedAsync(new byte[2_000_000], HttpStatusCode.RequestEntityTooLarge, "BodyTooLarge");

    [Theory]
    [InlineData("hello", "NotJson")]
    [InlineData("{\"type\":", "NotJson")]
    [InlineData("[]", "NotAnObject")]
    [InlineData("", "NotJson")]
    public Task ABodyThatIsNoActivity_Is400(string body, string code) => IsRefusedAsync(Encoding.UTF8.GetBytes(body), HttpStatusCode.BadRequest, code);

    [Theory]
    [InlineData("conversation")]
    [InlineData("from")]
    [InlineData("type")]
    public Task AnActivityWithoutWhatItNeeds_Is400(string field)
    {
        var activity = Person.New().Says("What is an ICS?");
        activity.Remove(field);
        return IsRefusedAsync(activity, HttpStatusCode.BadRequest, "MissingField");
    }

    [Fact]
    public Task AnUnknownInvoke_Is501() =>
        IsRefusedAsync(Person.New().Invokes("composeExtension/unheardOf", _guide.Connector.ServiceUrl), HttpStatusCode.NotImplemented, "NotImplemented", "composeExtension/unheardOf");

    [Fact]
    public Task AServiceUrlElsewhere_Is400() =>
        IsRefusedAsync(Person.New().Says("What is an ICS?", new Uri("https://evil.example/")), HttpStatusCode.BadRequest, "ServiceUrlNotAllowed");

    [Fact]
    public async Task AnUnknownInvokeWithALongName_IsLoggedShort_OnOneLine()
    {
        using var response = await _guide.PostAsync(Person.New().Invokes("a\r\nfail: " + new string('x', 5_000), _guide.Connector.ServiceUrl));

        var entry = Assert.Single(Warnings.Skip(_logged));
        Assert.InRange(entry.Text.Length, 1, 400);
        Assert.DoesNotContain('\n', entry.Text);
    }

    [Fact]
    public async Task AnUnknownButton_SaysSo()
    {
        var person = Person.New();
        var button = JsonElement.Parse("""{"verb":"unheard-of","data":{"verb":"unheard-of"}}""");

        var reply = await _guide.PressAsync(person, button);

        Assert.Equal(400, reply.GetProperty("statusCode").GetInt32());
        Assert.Equal("application/vnd.microsoft.error", reply.GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("PUT")]
    public async Task AnythingButPost_Is405(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/api/messages");
        using var response = await _guide.Client.SendAsync(request, Ct);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Fact]
    public async Task AnUnknownActivityType_IsAcceptedAndIgnored()
    {
        var activity = Person.New().Says("What is an ICS?");
        activity["type"] = "somethingNew";

        using var response = await _guide.PostAsync(activity);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(Warnings.Skip(_logged));
    }

    private IReadOnlyList<LogEntry> Warnings => [.. _guide.Log.Entries.Where(entry => entry.Level >= LogLevel.Warning)];

    private Task IsRefusedAsync(JsonObject activity, HttpStatusCode status, string code, string? logged = null) =>
        IsRefusedAsync(Encoding.UTF8.GetBytes(activity.ToJsonString()), status, code, logged);

    private async Task IsRefusedAsync(byte[] body, HttpStatusCode status, string code, string? logged = null)
    {
        using var response = await _guide.PostAsync(body);

        Assert.Equal(status, response.StatusCode);
        var error = JsonElement.Parse(await response.Content.ReadAsStringAsync(Ct)).GetProperty("error");
        Assert.Equal(code, error.GetProperty("code").GetString());
        Assert.EndsWith(".", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        var entry = Assert.Single(Warnings.Skip(_logged));
        Assert.Contains(((int)status).ToString(System.Globalization.CultureInfo.InvariantCulture), entry.Text, StringComparison.Ordinal);
        Assert.Contains(logged ?? code, entry.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("What is an ICS", entry.Text, StringComparison.Ordinal);
    }
}
