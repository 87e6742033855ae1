using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bot.AzureAnswers;

/// <summary>Sends requests through Azure.Core's pipeline, which brings the key or the token, and for authoring the retries. What goes wrong is an <see cref="AzureFault"/>.</summary>
public sealed class ProjectCalls
{
    /// <summary>Names the client in the factory.</summary>
    internal const string Client = "azure-answers";

    /// <summary>The credential's key in the container.</summary>
    internal const string Credential = "azure-answers";

    private const int MostBytes = 50 * 1024 * 1024, MostAnswerBytes = 1024 * 1024;
    private static readonly string[] Scopes = ["https://cognitiveservices.azure.com/.default"];

    private readonly Lazy<HttpPipeline> _asking, _authoring;

    public ProjectCalls(IOptions<AzureAnswersOptions> options, IHttpClientFactory clients, IServiceProvider services)
    {
        HttpPipeline Build(int retries) => HttpPipelineBuilder.Build(
            new Settings(new HttpClientTransport(clients.CreateClient(Client)), retries), Proof(options.Value, services));
        // A question does not wait for a second try: the engine has its answer already.
        _asking = new(() => Build(0));
        _authoring = new(() => Build(5));
        Addresses = new(() => new Addresses(options.Value));
    }

    internal Lazy<Addresses> Addresses { get; }

    internal Task<ProjectReply> AskAsync(ReadOnlyMemory<byte> body, CancellationToken ct) => SendAsync(_asking.Value, RequestMethod.Post, Addresses.Value.Query, body, MostAnswerBytes, ct);

    internal Task<ProjectReply> AuthorAsync(RequestMethod method, Uri address, ReadOnlyMemory<byte>? body, CancellationToken ct) => SendAsync(_authoring.Value, method, address, body, MostBytes, ct);

    private static HttpPipelinePolicy Proof(AzureAnswersOptions options, IServiceProvider services) => options.Key.Length > 0
        ? new KeyPolicy(options.Key)
        : new BearerTokenAuthenticationPolicy(services.GetRequiredKeyedService<TokenCredential>(Credential), Scopes);

    private static async Task<ProjectReply> SendAsync(HttpPipeline pipeline, RequestMethod method, Uri address, ReadOnlyMemory<byte>? body, int most, CancellationToken ct)
    {
        try
        {
            using var message = pipeline.CreateMessage();
            message.BufferResponse = false;
            message.Request.Method = method;
            message.Request.Uri.Reset(address);
            message.Request.Headers.Add(HttpHeader.Common.JsonAccept);
            if (body is { } bytes)
            {
                message.Request.Headers.Add(HttpHeader.Common.JsonContentType);
                message.Request.Content = RequestContent.Create(bytes);
            }

            await pipeline.SendAsync(message, ct);
            return await ReadAsync(message.Response, most, ct);
        }
        catch (Exception e) when (e is AuthenticationFailedException)
        {
            throw new AzureFault(AzureFaultKind.Denied, "No token for Azure question answering could be had. Set Bot:AzureAnswers:Key, or one of the credentials of Bot:Auth", e);
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException or IOException or HttpRequestException)
        {
            throw new AzureFault(AzureFaultKind.Unavailable, "Azure question answering cannot be reached", e);
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw new AzureFault(AzureFaultKind.Slow, "Azure question answering did not answer in time", e);
        }
    }

    private static async Task<ProjectReply> ReadAsync(Response response, int most, CancellationToken ct)
    {
        var bytes = new MemoryStream();
        if (response.ContentStream is { } content)
        {
            var piece = new byte[16 * 1024];
            for (int read; (read = await content.ReadAsync(piece, ct)) > 0;)
            {
                if (bytes.Length + read > most) throw new AzureFault(AzureFaultKind.Broken, $"Azure question answering sent more than {most / 1024 / 1024} MB, which is not read");
                bytes.Write(piece, 0, read);
            }
        }

        var wait = Wait(response.Headers);
        var body = bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
        if (response.IsError) throw ErrorReply.Of(response.Status, body, wait);
        return new ProjectReply(response.Status, body, response.Headers.TryGetValue("Operation-Location", out var location) ? location : null, wait);
    }

    private static TimeSpan? Wait(ResponseHeaders headers)
    {
        if (!headers.TryGetValue("Retry-After", out var text)) return null;
        if (double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var seconds)) return TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 3_600));
        return DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var until) && headers.Date is { } now ? until - now : null;
    }

    private sealed class KeyPolicy(string key) : HttpPipelineSynchronousPolicy
    {
        public override void OnSendingRequest(HttpMessage message) => message.Request.Headers.SetValue("Ocp-Apim-Subscription-Key", key);
    }

    private sealed class Settings : ClientOptions
    {
        public Settings(HttpPipelineTransport transport, int retries)
        {
            Transport = transport;
            Retry.MaxRetries = retries;
            Retry.MaxDelay = TimeSpan.FromSeconds(30);
            // Whoever looks after the guide has its own logs; these would hold addresses and bodies.
            (Diagnostics.IsLoggingEnabled, Diagnostics.IsLoggingContentEnabled, Diagnostics.IsTelemetryEnabled, Diagnostics.IsDistributedTracingEnabled) = (false, false, false, false);
        }
    }
}

/// <summary>What came back and was no error.</summary>
internal sealed record ProjectReply(int Status, ReadOnlyMemory<byte> Body, string? OperationLocation, TimeSpan? RetryAfter);
