using System.Net;

namespace Bot.Tests.Whole;

public sealed class StayingClosed
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Production", "")]
    [InlineData("Production", "Entra")]
    [InlineData("Development", "Entra")]
    public async Task WithoutAWayToCheckCallers_MessagesAreRefused_AndNotReadySaysWhy(string environment, string mode)
    {
        await using var guide = await GuideOnKestrel.StartAsync(new() { Environment = environment, Settings = [("Bot:Auth:Mode", mode)] });

        using var message = await guide.PostAsync(Person.New().Says("What is an ICS?"));
        using var live = await guide.Client.GetAsync("/health/live", Ct);
        using var ready = await guide.Client.GetAsync("/health/ready", Ct);

        Assert.Equal(HttpStatusCode.Unauthorized, message.StatusCode);
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Contains("Bot:Auth", await ready.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Single(guide.Log.Of(1001));
    }

    [Fact]
    public async Task OutsideDevelopment_ThereIsNoLocalChat()
    {
        await using var guide = await GuideOnKestrel.StartAsync(new() { Environment = "Production" });

        using var page = await guide.Client.GetAsync("/", Ct);
        using var loopback = await guide.Client.GetAsync("/loopback/events?conversation=a", Ct);

        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, loopback.StatusCode);
    }

    [Fact]
    public async Task InDevelopment_ItIsReady_AndWarns()
    {
        var guide = await SharedGuide.Instance;

        using var ready = await guide.Client.GetAsync("/health/ready", Ct);

        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Equal("ready", await ready.Content.ReadAsStringAsync(Ct));
        Assert.Single(guide.Log.Of(1000));
    }
}
