using Answers;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Bot.Telemetry.Export;

/// <summary>Listens to spans and figures while the service runs, and sends them to the collector.</summary>
public sealed class Exporters(IOptions<TelemetryOptions> options) : IHostedService, IDisposable
{
    /// <summary>The platform's own figures on memory, collections and threads.</summary>
    internal const string Runtime = "System.Runtime";

    private TracerProvider? _spans;
    private MeterProvider? _figures;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var settings = options.Value;
        TurnTelemetry.WithText = settings.WithText;
        _spans = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(TelemetryRegistration.Resource())
            .AddSource(Meters.Name, EngineStages.Name)
            .AddOtlpExporter(export => TelemetryRegistration.Address(export, settings.Endpoint, settings.Headers, "v1/traces"))
            .Build();
        _figures = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(TelemetryRegistration.Resource())
            .AddMeter(Meters.Name, EngineStages.Name, Runtime)
            .AddOtlpExporter(export => TelemetryRegistration.Address(export, settings.Endpoint, settings.Headers, "v1/metrics"))
            .Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        // What the last turns left is sent before the process ends.
        const int most = 3_000;
        _spans?.ForceFlush(most);
        _figures?.ForceFlush(most);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _spans?.Dispose();
        _figures?.Dispose();
    }
}
