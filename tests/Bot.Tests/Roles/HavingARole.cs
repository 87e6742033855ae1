using Bot.Roles;
using Bot.Tests.Fakes;
using Bot.Tests.Whole;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Tests.Roles;

public sealed class HavingARole : IAsyncLifetime
{
    private const string AdminGroup = "a0000000-0000-4000-8000-000000000001", EditorGroup = "a0000000-0000-4000-8000-000000000002", OtherGroup = "a0000000-0000-4000-8000-000000000003";

    private readonly Guid _person = Guid.NewGuid();
    private readonly FakeTime _time = new();
    private FakeGraph _graph = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _graph = await FakeGraph.StartAsync();

    public ValueTask DisposeAsync() => _graph.DisposeAsync();

    [Theory]
    [InlineData("Admins", Role.Admin)]
    [InlineData("Editors", Role.Editor)]
    [InlineData("Viewers", Role.Viewer)]
    public async Task WhoeverIsListed_HasThatRole_AndNobodyElseHasOne(string list, Role role)
    {
        await using var guide = await StartAsync(($"Bot:Roles:{list}:0", Guid.NewGuid().ToString()), ($"Bot:Roles:{list}:1", _person.ToString().ToUpperInvariant()));

        Assert.Equal(role, await RoleAsync(guide, _person));
        Assert.Equal(Role.None, await RoleAsync(guide, Guid.NewGuid()));
        Assert.Empty(_graph.Calls);
    }

    [Fact]
    public async Task WhoeverIsListedTwice_HasTheHigherRole()
    {
        await using var guide = await StartAsync(("Bot:Roles:Admins:0", _person.ToString()), ("Bot:Roles:Viewers:0", _person.ToString()));

        Assert.Equal(Role.Admin, await RoleAsync(guide, _person));
    }

    [Fact]
    public async Task InDevelopment_EverybodyIsAdmin_UntilSomebodyIsNamed()
    {
        await using var open = await StartAsync();
        await using var closed = await StartAsync(("Bot:Roles:Viewers:0", Guid.NewGuid().ToString()));

        Assert.Equal(Role.Admin, await RoleAsync(open, _person));
        Assert.Equal(Role.None, await RoleAsync(closed, _person));
    }

    [Fact]
    public async Task WhereCallersAreProven_NobodyIsAdminUnlessNamed()
    {
        await using var guide = await StartAsync(("Bot:Auth:Mode", "Entra"));

        Assert.Equal(Role.None, await RoleAsync(guide, _person));
    }

    [Fact]
    public async Task AGroup_GivesItsRole_ForFiveMinutes()
    {
        _graph.Groups[_person.ToString()] = [EditorGroup, OtherGroup];
        await using var guide = await StartAsync(("Bot:Roles:AdminGroup", AdminGroup), ("Bot:Roles:EditorGroup", EditorGroup));

        Assert.Equal(Role.Editor, await RoleAsync(guide, _person));
        _graph.Groups[_person.ToString()] = [AdminGroup];
        _time.Advance(TimeSpan.FromMinutes(4.9));
        Assert.Equal(Role.Editor, await RoleAsync(guide, _person));
        var (path, asked, authorization) = Assert.Single(_graph.Calls);
        Assert.Equal($"/v1.0/users/{_person}/checkMemberGroups", path);
        Assert.Equal([AdminGroup, EditorGroup], asked.Split(',').Order());
        Assert.Equal("Bearer fake", authorization);

        _time.Advance(TimeSpan.FromMinutes(0.2));
        Assert.Equal(Role.Admin, await RoleAsync(guide, _person));
    }

    [Fact]
    public async Task AListedAdmin_IsNotAskedAbout()
    {
        await using var guide = await StartAsync(("Bot:Roles:Admins:0", _person.ToString()), ("Bot:Roles:EditorGroup", EditorGroup));

        Assert.Equal(Role.Admin, await RoleAsync(guide, _person));
        Assert.Empty(_graph.Calls);
    }

    [Fact]
    public async Task AListedViewer_IsRaisedByAGroup()
    {
        _graph.Groups[_person.ToString()] = [AdminGroup];
        await using var guide = await StartAsync(("Bot:Roles:Viewers:0", _person.ToString()), ("Bot:Roles:AdminGroup", AdminGroup));

        Assert.Equal(Role.Admin, await RoleAsync(guide, _person));
    }

    [Theory]
    [InlineData(403, "Authorization_RequestDenied", 1803, "GroupMember.Read.All")]
    [InlineData(503, "ServiceUnavailable", 1804, "status 503")]
    public async Task WhereGraphCannotBeAsked_NobodyHasARoleByGroup_AndTheLogSaysWhy(int status, string code, int line, string says)
    {
        _graph.Groups[_person.ToString()] = [AdminGroup];
        for (var i = 0; i < 5; i++) _graph.Fails(status, code);
        await using var guide = await StartAsync(("Bot:Roles:AdminGroup", AdminGroup));

        Assert.Equal(Role.None, await RoleAsync(guide, _person));
        var calls = _graph.Calls.Count;
        Assert.Equal(Role.None, await RoleAsync(guide, _person));

        Assert.Equal(calls, _graph.Calls.Count);
        Assert.Contains(says, Assert.Single(guide.Log.Of(line)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(guide.Log.Entries, entry => entry.Text.Contains(_person.ToString(), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task SomebodyWhomTheDirectoryDoesNotKnow_HasNoRole_AndOthersAreStillAskedAbout()
    {
        _graph.Groups[_person.ToString()] = [AdminGroup];
        await using var guide = await StartAsync(("Bot:Roles:AdminGroup", AdminGroup));

        Assert.Equal(Role.None, await RoleAsync(guide, Guid.NewGuid()));
        Assert.Equal(Role.Admin, await RoleAsync(guide, _person));
    }

    [Theory]
    [InlineData("me@trust.example")]
    [InlineData("")]
    public void AnIdThatIsNone_IsRefusedAtTheStart(string id)
    {
        var options = new RoleOptions { Editors = [id] };

        Assert.StartsWith("Bot:Roles:Editors holds", Assert.Single(options.Validate(new(options))).ErrorMessage, StringComparison.Ordinal);
    }

    private Task<GuideOnKestrel> StartAsync(params (string Key, string Value)[] settings) => GuideOnKestrel.StartAsync(new GuideSetup
    {
        Time = _time,
        Settings = [("Bot:Graph:Endpoint", _graph.Endpoint), .. settings],
        Services = services => services.Replace(ServiceDescriptor.Singleton<Azure.Core.TokenCredential>(new FakeCredential())),
    });

    private static async Task<Role> RoleAsync(GuideOnKestrel guide, Guid person) => await guide.Get<RoleCheck>().OfAsync(person, Ct);
}
