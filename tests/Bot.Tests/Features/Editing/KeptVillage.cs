using Bot.Tests.Fakes;
using Bot.Tests.Knowledge.Releases;
using Bot.Tests.Whole;

namespace Bot.Tests.Features.Editing;

/// <summary>A service with the small content, and an admin, an editor and a viewer who keep it.</summary>
public sealed class KeptVillage : IAsyncDisposable
{
    private readonly string _folder;

    private KeptVillage(GuideOnKestrel guide, string folder, Guid[] ids)
    {
        (Guide, _folder) = (guide, folder);
        (Admin, Editor, Viewer) = (Of(ids[0]), Of(ids[1]), Of(ids[2]));
    }

    public GuideOnKestrel Guide { get; }

    public Keeper Admin { get; }

    public Keeper Editor { get; }

    public Keeper Viewer { get; }

    /// <summary>Somebody without a role.</summary>
    public Keeper Anybody => Of(Guid.NewGuid());

    public static async Task<KeptVillage> StartAsync(params (string Key, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("icsguide-editing-").FullName;
        Guid[] ids = [Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()];
        var guide = await GuideOnKestrel.StartAsync(new GuideSetup
        {
            LoadsAnew = true,
            Settings =
            [
                ("Bot:Knowledge:Folder", SmallContent.WriteTo(Path.Combine(folder, "content"))), ("Bot:Knowledge:Models", Path.Combine(folder, "models")),
                ("Bot:Roles:Admins:0", ids[0].ToString()), ("Bot:Roles:Editors:0", ids[1].ToString()), ("Bot:Roles:Viewers:0", ids[2].ToString()), .. settings,
            ],
        });
        return new KeptVillage(guide, folder, ids);
    }

    public async ValueTask DisposeAsync()
    {
        await Guide.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private Keeper Of(Guid id) => new(Guide, Person.New(entraId: id));
}
