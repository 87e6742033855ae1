using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Tests.Support;

namespace Bot.Tests.Whole;

/// <summary>The service as a process of its own, as people run it; several can share a database.</summary>
internal sealed class GuideProcess : IAsyncDisposable
{
    private readonly Process _process;

    private GuideProcess(Process process, Uri address)
    {
        _process = process;
        Client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address };
    }

    public HttpClient Client { get; }

    /// <summary>What the process holds in memory now, in bytes.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<GuideProcess> StartAsync(string connectionString, params (string Name, string Value)[] settings)
    {
        // The model of the built-in content is built once, by the service that the other tests share.
        if (!settings.Any(setting => setting.Name == "Bot__Knowledge__Folder")) await SharedGuide.Instance;
        var address = new Uri($"http://127.0.0.1:{FreePort.Next()}");
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.PathOf("src", "Bot"),
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Bot.dll"));
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = address.AbsoluteUri;
        start.Environment["Bot__Database__ConnectionString"] = connectionString;
        start.Environment["Bot__Knowledge__Models"] = GuideOnKestrel.Models;
        foreach (var (name, value) in settings) start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var guide = new GuideProcess(process, address);
        await guide.ReadyAsync();
        return guide;
    }

    public async Task<HttpResponseMessage> PostAsync(JsonObject activity)
    {
        using var content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json");
        return await Client.PostAsync("/api/messages", content, Ct);
    }

    /// <summary>The replies that come in the response.</summary>
    public async Task<JsonElement> RepliesAsync(JsonObject activity)
    {
        activity["deliveryMode"] = "expectReplies";
        using var response = await PostAsync(activity);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonElement.Parse(await response.Content.ReadAsStringAsync(Ct)).GetProperty("activities");
    }

    /// <summary>The answer to a question in a conversation of its own, as it came.</summary>
    public async Task<string> AskAsync(string question) => (await RepliesAsync(Person.New().Says(question))).GetRawText();

    /// <summary>As kill -9 does.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(Ct);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }

    private async Task ReadyAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while (true)
        {
            Assert.False(_process.HasExited, "The service ended at its start.");
            try
            {
                using var response = await Client.GetAsync("/health/ready", limit.Token);
                if (response.StatusCode == HttpStatusCode.OK) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(50, limit.Token);
        }
    }
}
