using Bot.Tests.Support;

namespace Bot.Tests.Checkups;

/// <summary>The doctor as a program, for set-ups with which the service would not start or would not work.</summary>
public sealed class BrokenSettings : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task OnADevelopersMachine_AllIsWell()
    {
        var said = await DoctorProcess.RunAsync(_folder, ("BOT_NAME_OF_ANOTHER_PROGRAM", "x"));

        Assert.Equal(0, said.Code);
        Assert.True(said.IsWell, said.Output);
        said.Names("note", "Database", "is not there yet", "the first start makes it");
        Assert.False(File.Exists(Path.Combine(_folder.Path, "guide.db")), "The doctor made the database.");
    }

    [Fact]
    public async Task ForPeople_WhatIsWrongComesFirst_ThenSettingsWithTheirSources()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "appsettings.json"), """{ "Bot": { "Person": { "Text": "the front desk" } } }""");

        var said = await DoctorProcess.RunAsync(_folder, ["--Bot:Retention:QuestionDays=0"], ("Bot__Activities__Lanes", "8"));

        Assert.Equal(1, said.Code);
        Assert.Contains("1 fault", said.Output.Split('\n')[0], StringComparison.Ordinal);
        Assert.Contains("✗ Settings: Bot:Retention:QuestionDays must be between 1 and 3650.", said.Output.Split("What to know")[0], StringComparison.Ordinal);
        Assert.Contains("Bot:Retention:QuestionDays = 0  [command line]", said.Output, StringComparison.Ordinal);
        Assert.Contains("Bot:Activities:Lanes = 8  [environment]", said.Output, StringComparison.Ordinal);
        Assert.Contains("Bot:Person:Text = the front desk  [appsettings.json]", said.Output, StringComparison.Ordinal);
        Assert.Contains("Bot:Welcome = true  [default]", said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASettingThatNothingReads_IsNamed_WithTheOneThatWasMeant()
    {
        var said = await DoctorProcess.RunAsync(_folder, ("Bot__Auth__AppID2", "x"), ("BOT_AUTH_TENANTID", "x"), ("Bot__Knowledge__Sources__policies__Were", "/x"));

        said.NamesFault("Settings", "Nothing reads Bot:Auth:AppID2 (environment).", "Did you mean Bot:Auth:AppId?");
        said.NamesFault("Settings", "Nothing reads Bot:Knowledge:Sources:policies:Were (environment).", "Did you mean Bot:Knowledge:Sources:policies:Where?");
        said.NamesFault("Settings", "Nothing reads BOT_AUTH_TENANTID (environment).", "In the environment it is Bot__Auth__TenantId.");
    }

    [Fact]
    public async Task ASettingThatCannotBeRead_IsNamed_AndTheOthersAreStillLookedAt()
    {
        var said = await DoctorProcess.RunAsync(_folder, ("Bot__Activities__Lanes", "many"), ("Bot__Auth__AppId", "nope"));

        said.NamesFault("Settings", "Bot:Activities:Lanes is \"many\". It must be a whole number.", "start the service again");
        said.NamesFault("Settings", "Bot:Auth:AppId is \"nope\", which is no id.", "start the service again");
        said.Names("note", "Identity", "Not looked at, because a setting that it needs is wrong.", "Mend the settings first");
        said.Names("well", "Release", "is served", "");
    }

    [Fact]
    public async Task AFileOfSettingsThatIsNoJson_IsNamed_WithItsLine()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "appsettings.json"), "{ \"Bot\": {\n  \"Welcome\": true,,\n} }");

        var said = await DoctorProcess.RunAsync(_folder);

        said.NamesFault("Settings", "A file of settings cannot be read.", "it must be JSON");
        Assert.Contains("LineNumber: 1", said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AKeyVaultReferenceThatWasNotResolved_IsNamed()
    {
        const string reference = "@Microsoft.KeyVault(VaultName=v;SecretName=s)";
        var said = await DoctorProcess.RunAsync(_folder, ("Bot__Database__ConnectionString", reference));

        said.NamesFault("Settings", "Bot:Database:ConnectionString holds a reference to a key vault that was not resolved.", "Key Vault Secrets User");
        said.Names("note", "Database", "Not looked at", "Mend the settings first");
    }

    [Fact]
    public async Task WithoutAppAndTenant_ItSaysWhatToSet()
    {
        var said = await DoctorProcess.RunAsync(_folder, ("Bot__Auth__Mode", ""));

        said.NamesFault("Identity", "every message is refused with 401", "Set Bot:Auth:AppId and Bot:Auth:TenantId");
    }

    [Fact]
    public async Task DevelopmentMode_OutsideDevelopment_IsAFault()
    {
        var said = await DoctorProcess.RunAsync(_folder, ("ASPNETCORE_ENVIRONMENT", "Production"));

        said.NamesFault("Program", "Bot:Auth:Mode is Development", "Take Bot:Auth:Mode out");
    }

    [Fact]
    public async Task ADatabaseThatCannotBeReached_IsNamed_WithoutItsPassword()
    {
        var said = await DoctorProcess.RunAsync(_folder, ("Bot__Database__ConnectionString", "Host=127.0.0.1;Port=1;Database=guide;Username=u;Password=hunter2"));

        said.NamesFault("Database", "PostgreSQL database guide on 127.0.0.1 could not be reached: nothing listens there.", "correct Host and Port in Bot:Database:ConnectionString");
        Assert.DoesNotContain("hunter2", said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secrets_AreNeverShown()
    {
        var said = await DoctorProcess.RunAsync(_folder, ("Bot__Auth__ClientSecret", "geheim-1"), ("Bot__Auth__CertificatePassword", "geheim-2"), ("Bot__Telemetry__Headers", "a=geheim-3"),
            ("Bot__Database__ConnectionString", "Host=127.0.0.1;Port=1;Username=u;Password=geheim-4"), ("Bot__Person__Link", "https://u:geheim-5@example.org/x?k=geheim-6"));

        Assert.DoesNotContain("geheim", said.Output, StringComparison.Ordinal);
        Assert.Contains("(set, not shown)", said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFolderThatCannotBeWritten_IsNamed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has a folder that nobody can write, not even root.");
        var said = await DoctorProcess.RunAsync(_folder, ("Bot__Database__ConnectionString", "Data Source=/sys/icsguide/guide.db"), ("Bot__Knowledge__Models", "/sys/icsguide/models"));

        said.NamesFault("Database", "The SQLite file /sys/icsguide/guide.db is not there and cannot be made", "Let the service's account write to /sys/icsguide");
        said.NamesFault("Folders", "nothing can be kept", "Bot:Database:ConnectionString");
        said.Names("note", "Folders", "every start builds the answer model again", "Bot:Knowledge:Models");
    }

    [Fact]
    public async Task AFileThatIsNoDatabase_IsNamed()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "guide.db"), string.Concat(Enumerable.Repeat("This is a letter. ", 500)));

        (await DoctorProcess.RunAsync(_folder)).NamesFault("Database", "is no SQLite database", "put the last backup in its place");
    }

    [Fact]
    public async Task WithoutPdftotext_ItSaysWhatToInstall()
    {
        var said = await DoctorProcess.RunAsync(_folder, ("PATH", _folder.Path));

        said.Names("note", "PDF", "pdftotext is not there", "apt-get install poppler-utils");
        Assert.Equal(0, said.Code);
    }

    [Fact]
    public async Task AContentFolderThatIsMissing_IsNamed()
    {
        var said = await DoctorProcess.RunAsync(_folder, ("Bot__Knowledge__Folder", Path.Combine(_folder.Path, "nowhere")));

        said.NamesFault("Release", "Bot:Knowledge:Folder", "kb check");
    }

    [Fact]
    public async Task SourcesThatCannotBeLookedInto_AreNamed()
    {
        var said = await DoctorProcess.RunAsync(_folder, ("Bot__Knowledge__Sources__policies__Where", "/nowhere/policies"),
            ("Bot__Knowledge__Sources__papers__Kind", "SharePoint"), ("Bot__Knowledge__Sources__papers__Where", "https://trust.sharepoint.com/sites/board/papers"),
            ("Bot__Knowledge__Sources__letters__Where", _folder.Path));

        said.NamesFault("Sources", "policies (Folder) cannot be looked into: there is no folder /nowhere/policies", "Bot:Knowledge:Sources:policies");
        said.NamesFault("Sources", "papers (SharePoint) cannot be looked into", "Bot:Knowledge:Sources:papers");
        said.Names("note", "Sources", "letters (Folder) can be looked into, and was never refreshed.", "kb refresh");
    }

    [Fact]
    public async Task ACollectorThatDoesNotAnswer_IsNamed()
    {
        var said = await DoctorProcess.RunAsync(_folder, ("Bot__Telemetry__Endpoint", "http://127.0.0.1:1"), ("Bot__Telemetry__WithText", "true"));

        said.NamesFault("Telemetry", "The collector at 127.0.0.1:1 does not answer", "Bot:Telemetry:Endpoint");
        said.Names("note", "Telemetry", "What people write goes to the collector.", "Bot:Telemetry:WithText");
    }

    public void Dispose() => _folder.Dispose();
}
