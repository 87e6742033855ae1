using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Bot.Checkups;
using Bot.Storage;
using Bot.Tests.AzureAnswers;
using Bot.Tests.Fakes;
using Bot.Tests.Storage;
using Bot.Tests.Support;
using Bot.Tests.Whole;
using Dapper;
using Microsoft.AspNetCore.Http;
using Npgsql;
using Setup = Bot.Tests.Checkups.DoctorAtWork.Setup;

namespace Bot.Tests.Checkups;

/// <summary>The settings are right, but something around the service is not.</summary>
public sealed class BrokenSurroundings
{
    public static TheoryData<DatabaseKind> Kinds => Databases.Kinds;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task WhereNothingIsBroken_NoFaultIsFound(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var doctor = await DoctorAtWork.StartAsync(database.ConnectionString);
        await doctor.Get<Scripts>().ApplyAsync(Ct);
        await doctor.Get<ServedRelease>().BeatAsync("replica", 0, Ct);

        var report = await doctor.LookAsync();

        Assert.True(report.IsWell, ReportText.Of(report));
        Assert.All(report.Notes, note => Assert.Fail(note.Words));
        report.Names(Standing.Well, "Identity", "Entra issues a token for the client secret", "");
        report.Names(Standing.Well, "Identity", "signing keys", "");
        report.Names(Standing.Well, "Connector", "smba.trafficmanager.net can be reached.", "");
        report.Names(Standing.Well, "Clock", "agrees with the identity server's", "");
        report.Names(Standing.Well, "Database", "the newest that this program knows", "");
        report.Names(Standing.Well, "Program", "One process of the service runs on this database.", "");
        Assert.All(doctor.Teams.Calls, call => Assert.Null(call.Authorization));
        Assert.DoesNotContain(DoctorAtWork.Secret, ReportText.Of(report) + ReportText.JsonOf(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutACredential_ItSaysWhichToSet() =>
        await AboutAsync(new Setup { Settings = [("Bot:Auth:ClientSecret", "")] }, Standing.Fault, "Identity", "The bot has no credential, so it cannot reply.", "set Bot:Auth:ManagedIdentity");

    [Theory]
    [InlineData("AADSTS90002: Tenant 'x' not found.", "There is no such tenant. Check Bot:Auth:TenantId")]
    [InlineData("AADSTS700016: Application 'x' was not found in the directory.", "Check Bot:Auth:AppId and Bot:Auth:TenantId")]
    [InlineData("AADSTS7000215: Invalid client secret provided.", "Copy the secret's value, not its id")]
    [InlineData("AADSTS7000222: The provided client secret keys are expired.", "The client secret has ended.")]
    public async Task WhatEntraRefuses_IsNamed_WithWhatToDo(string complaint, string mend)
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        await using var doctor = await DoctorAtWork.StartAsync(database.ConnectionString);
        doctor.Identity.NextToken(http =>
        {
            http.Response.StatusCode = 400;
            return http.Response.WriteAsJsonAsync(new { error = "invalid_request", error_description = $"{complaint}\r\nTrace ID: 1" });
        });

        (await doctor.LookAsync()).Names(Standing.Fault, "Identity", complaint, mend);
    }

    [Fact]
    public async Task ACertificateThatCannotBeRead_IsNamed() =>
        await AboutAsync(new Setup { Settings = [("Bot:Auth:ClientSecret", ""), ("Bot:Auth:CertificatePath", "/nowhere/guide.pem")] },
            Standing.Fault, "Identity", "No token could be had with the certificate /nowhere/guide.pem.", "Check that Bot:Auth:CertificatePath names");

    [Fact]
    public async Task ACertificateThatEndsSoon_IsNoted()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "guide.pem");
        using (var key = RSA.Create(2048))
        using (var certificate = new CertificateRequest("CN=guide", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(10)))
            File.WriteAllText(file, $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");

        await AboutAsync(new Setup { Settings = [("Bot:Auth:ClientSecret", ""), ("Bot:Auth:CertificatePath", file)] }, Standing.Note, "Identity", "The certificate ends on ", "Upload a new certificate");
    }

    [Fact]
    public async Task AServerThatSaysNothing_IsNamedOnce()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        await using var doctor = await DoctorAtWork.StartAsync($"Host=127.0.0.1;Port={((IPEndPoint)silent.LocalEndpoint).Port};Database=guide;Username=u");

        var report = await doctor.LookAsync();

        Assert.Equal("The PostgreSQL database guide on 127.0.0.1 does not answer.", Assert.Single(report.Faults).Words);
    }

    [Fact]
    public async Task AClockThatIsTenMinutesFast_IsNamed() =>
        await AboutAsync(new Setup { Time = new ShiftedTime(TimeSpan.FromMinutes(10)) }, Standing.Fault, "Clock", "differs from the identity server's by 10 minutes", "time server");

    [Fact]
    public async Task ABlockedConnector_IsNamed_ByItsHost() =>
        await AboutAsync(new Setup { Hosts = [] }, Standing.Fault, "Connector", "smba.trafficmanager.net cannot be reached", "Allow HTTPS from this machine to smba.trafficmanager.net");

    [Fact]
    public async Task ConnectorsOfOtherClouds_AreOnlyNoted() =>
        await AboutAsync(new Setup { Hosts = ["smba.trafficmanager.net"] }, Standing.Note, "Connector", "smba.infra.gov.teams.microsoft.us cannot be reached", "if your tenant is in that cloud");

    [Fact]
    public async Task AGraphPermissionThatIsLacking_IsNamed()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        await using var doctor = await DoctorAtWork.StartAsync(
            database.ConnectionString, new Setup { Settings = [("Bot:Graph:ProfileHints", "companyName"), ("Bot:Roles:AdminGroup", Guid.NewGuid().ToString())] });
        for (var i = 0; i < 2; i++) doctor.Identity.NextToken(http => http.Response.WriteAsJsonAsync(new { token_type = "Bearer", expires_in = 3600, access_token = Holding("User.Read.All") }));

        var report = await doctor.LookAsync();

        report.Names(Standing.Well, "Graph", "Hints from a person's profile (Bot:Graph:ProfileHints): the bot holds User.Read.All.", "");
        report.Names(Standing.Fault, "Graph", "Roles by group (Bot:Roles) cannot work: the bot lacks the application permission GroupMember.Read.All.", "give admin consent");
    }

    [Fact]
    public async Task SharePointThatMayNotBeRead_IsNamed()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        await using var doctor = await DoctorAtWork.StartAsync(database.ConnectionString, new Setup { Settings = [("Bot:Graph:SharePoint", "true")] });
        for (var i = 0; i < 2; i++) doctor.Identity.NextToken(http => http.Response.WriteAsJsonAsync(new { token_type = "Bearer", expires_in = 3600, access_token = Holding() }));

        (await doctor.LookAsync()).Names(Standing.Fault, "Graph", "Reading SharePoint (Bot:Graph:SharePoint) cannot work: the bot lacks the application permission Sites.Selected.", "give admin consent");
    }

    [Fact]
    public async Task AFolderInSharePoint_IsLookedInto()
    {
        await using var graph = await FakeSharePoint.StartAsync();
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        await using var doctor = await DoctorAtWork.StartAsync(database.ConnectionString, new Setup
        {
            Settings =
            [
                ("Bot:Graph:SharePoint", "true"), ("Bot:Graph:Endpoint", graph.Endpoint),
                ("Bot:Knowledge:Sources:papers:Kind", "SharePoint"), ("Bot:Knowledge:Sources:papers:Where", FakeSharePoint.Folder),
            ],
        });

        (await doctor.LookAsync()).Names(Standing.Note, "Sources", "papers (SharePoint) can be looked into, and was never refreshed.", "kb refresh");
        await graph.DisposeAsync();
        (await doctor.LookAsync()).Names(Standing.Fault, "Sources", "papers (SharePoint) cannot be looked into", "Bot:Knowledge:Sources:papers");
    }

    [Fact]
    public async Task AzureQuestionAnsweringThatAnswers_IsWell_AndOneThatRefusesTheKey_IsNamed()
    {
        await using var azure = await FakeQuestionAnswering.StartAsync();
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        await using var doctor = await DoctorAtWork.StartAsync(database.ConnectionString, new Setup { Settings = AzureSetup.Settings, Services = services => AzureSetup.Reach(services, azure) });

        (await doctor.LookAsync()).Names(Standing.Well, "Question answering", "answers from the project guide, deployment production", "");
        azure.Fails("query", 401, "Unauthorized");
        var report = await doctor.LookAsync();

        report.Names(Standing.Fault, "Question answering", "Meanwhile the guide's own engine answers.", "Check the settings under Bot:AzureAnswers");
        Assert.DoesNotContain(FakeQuestionAnswering.Key, ReportText.Of(report), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task ADatabaseOfANewerProgram_IsNamed(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var doctor = await DoctorAtWork.StartAsync(database.ConnectionString);
        await doctor.Get<Scripts>().ApplyAsync(Ct);
        await ExecuteAsync(doctor, "insert into schema_version (number, name, sha256, applied_at) values (9999, 'of-tomorrow', 'x', 0)");

        (await doctor.LookAsync()).Names(Standing.Fault, "Database", "made by a newer program: it has applied script 9999 (of-tomorrow)", "Start the newer program");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task AnOlderDatabase_IsOnlyNoted(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var doctor = await DoctorAtWork.StartAsync(database.ConnectionString);
        await doctor.Get<Scripts>().ApplyAsync(Ct);
        await ExecuteAsync(doctor, "delete from schema_version where number > 3");

        (await doctor.LookAsync()).Names(Standing.Note, "Database", "The database has applied script 0003", "the next start applies the others");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task ADamagedRelease_IsNamed(DatabaseKind kind)
    {
        await using var database = await Databases.NewAsync(kind);
        await using var doctor = await DoctorAtWork.StartAsync(database.ConnectionString);
        await doctor.Get<Scripts>().ApplyAsync(Ct);
        await doctor.Get<ReleaseRows>().AddAsync(new ReleaseRow { Hash = "0", MadeFrom = 0, MadeAt = DateTimeOffset.UtcNow, MadeBy = "test", Why = "test", Files = [1, 2, 3] }, [], [], Ct);
        await ExecuteAsync(doctor, "update served set number = 1, wanted = 1");

        (await doctor.LookAsync()).Names(Standing.Fault, "Release", "Release 1 cannot be served.", "`kb rollback NUMBER` serves an older one");
    }

    [Fact]
    public async Task ADatabaseThatIsNotOnItsServer_IsNamed()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Postgres);
        var elsewhere = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Database = "not_there" }.ConnectionString;
        await using var doctor = await DoctorAtWork.StartAsync(elsewhere);

        (await doctor.LookAsync()).Names(Standing.Fault, "Database", "PostgreSQL database not_there on", "Make it (create database");
    }

    [Fact]
    public async Task AMessageThatCouldNotBeSent_IsNoted()
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        await using var doctor = await DoctorAtWork.StartAsync(database.ConnectionString);
        await doctor.Get<Scripts>().ApplyAsync(Ct);
        await doctor.Get<OutboxRows>().AddAsync(SomeRow.Due("a:1", "m"), Ct);
        await ExecuteAsync(doctor, "update outbox set state = 'dead'");

        (await doctor.LookAsync()).Names(Standing.Note, "Outbox", "Messages that could not be sent: 1.", "outbox list");
    }

    [Fact]
    public async Task BesideARunningService_ItSaysThatOneRuns()
    {
        await using var guide = await GuideOnKestrel.StartAsync();

        var report = await guide.Get<Doctor>().LookAsync(Ct);

        report.Names(Standing.Well, "Program", "One process of the service runs on this database.", "");
        Assert.True(report.IsWell, ReportText.Of(report));
    }

    private static async Task AboutAsync(Setup setup, Standing standing, string about, string words, string mend)
    {
        await using var database = await Databases.NewAsync(DatabaseKind.Sqlite);
        await using var doctor = await DoctorAtWork.StartAsync(database.ConnectionString, setup);

        (await doctor.LookAsync()).Names(standing, about, words, mend);
    }

    private static async Task ExecuteAsync(DoctorAtWork doctor, string sql)
    {
        await using var connection = await doctor.Get<Database>().OpenAsync(Ct);
        await connection.ExecuteAsync(sql);
    }

    // As Entra writes it; nobody checks our own token's signature but Graph.
    private static string Holding(params string[] roles) =>
        $"{Part("{\"alg\":\"RS256\"}")}.{Part($"{{\"roles\":[{string.Join(',', roles.Select(role => $"\"{role}\""))}]}}")}.x";

    private static string Part(string json) => Convert.ToBase64String(Encoding.UTF8.GetBytes(json)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
