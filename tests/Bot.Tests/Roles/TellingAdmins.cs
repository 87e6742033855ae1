using Bot.Activities;
using Bot.Roles;
using Bot.Storage;
using Bot.Storage.Held;
using Bot.Tests.Fakes;
using Bot.Tests.Whole;

namespace Bot.Tests.Roles;

public sealed class TellingAdmins
{
    private static readonly Guid AdminId = Guid.NewGuid(), EditorId = Guid.NewGuid();
    private readonly Person _admin = Person.New(entraId: AdminId), _editor = Person.New(entraId: EditorId);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AnAdmin_IsToldOnce_AndNobodyElseIs()
    {
        await using var guide = await StartAsync();
        await HearAsync(guide, _admin);
        await HearAsync(guide, _editor);
        await HearAsync(guide, Person.New(entraId: Guid.NewGuid()));

        Assert.Equal(1, await TellAsync(guide, "refresh 7 failed"));
        Assert.Equal(0, await TellAsync(guide, "refresh 7 failed"));
        Assert.Equal(1, await TellAsync(guide, "refresh 8 failed"));

        Assert.Equal(3, (await guide.SentToAsync(_admin, 3)).Count);
        Assert.Single(guide.SentTo(_editor));
    }

    [Fact]
    public async Task AnAdminHeardOnlyInATeam_IsToldInTheirOwnChat()
    {
        await using var guide = await StartAsync();
        var inTheTeam = Person.New("groupChat", AdminId);
        await HearAsync(guide, inTheTeam);

        Assert.Equal(1, await TellAsync(guide, "a"));

        await guide.Connector.WaitAsync(3, Ct);
        var opened = Assert.Single(guide.Connector.Calls, call => call.Target.EndsWith("/v3/conversations", StringComparison.Ordinal));
        Assert.Contains(inTheTeam.UserId, opened.Body, StringComparison.Ordinal);
        Assert.Single(guide.SentTo(inTheTeam));
        Assert.NotNull(await guide.Get<ConversationReferences>().FindPersonalAsync(inTheTeam.UserId, Ct));
    }

    [Fact]
    public async Task WhoeverWantsToBeForgotten_IsNotToldUntilTheyWriteAgain()
    {
        await using var guide = await StartAsync();
        await HearAsync(guide, _admin);
        await guide.Get<HeldAboutPerson>().DeleteAsync(_admin.UserId, Ct);

        Assert.Equal(0, await TellAsync(guide, "a"));
        await HearAsync(guide, _admin);
        Assert.Equal(1, await TellAsync(guide, "a"));
    }

    private static Task<GuideOnKestrel> StartAsync() => GuideOnKestrel.StartAsync(new GuideSetup
    {
        Settings = [("Bot:Roles:Admins:0", AdminId.ToString()), ("Bot:Roles:Editors:0", EditorId.ToString())],
    });

    private static async Task HearAsync(GuideOnKestrel guide, Person person)
    {
        var sent = guide.SentTo(person).Count;
        await guide.SendAsync(person.Says("hello", guide.Connector.ServiceUrl));
        await guide.SentToAsync(person, sent + 1);
        var activity = new Activity { From = new() { Id = person.UserId, AadObjectId = person.EntraId.ToString() }, Conversation = new() { Id = person.ConversationId } };
        await guide.Get<RoleCheck>().OfAsync(activity, Ct);
    }

    private static Task<int> TellAsync(GuideOnKestrel guide, string key) => guide.Get<AdminNotes>().TellAsync(key, Some.Card("A note"), Ct);
}
