using Microsoft.Extensions.Hosting;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Resources;

namespace Bot.Telemetry.Export;

/// <summary>Sends traces, figures and logs to a collector where one is named; else none of it is made.</summary>
public static class TelemetryRegistration
{
    private static readonly string[] Standard =
        ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "OTEL_EXPORTER_OTLP_LOGS_ENDPOINT"];

    public static void AddTelemetry(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<TelemetryOptions>().BindConfiguration(TelemetryOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        if (!IsWanted(builder.Configuration)) return;
        builder.Services.AddSingleton<Gauges>().AddHostedService(provider => provider.GetRequiredService<Gauges>());
        builder.Services.AddHostedService<Exporters>();
        var settings = builder.Configuration.GetSection(TelemetryOptions.Section);
        builder.Logging.AddOpenTelemetry(logs =>
        {
            logs.IncludeFormattedMessage = true;
            logs.SetResourceBuilder(Resource());
            logs.AddProcessor(new LogEntries(settings[nameof(TelemetryOptions.WithText)]?.Equals("true", StringComparison.OrdinalIgnoreCase) is true));
            logs.AddOtlpExporter(export => Address(export, settings[nameof(TelemetryOptions.Endpoint)], settings[nameof(TelemetryOptions.Headers)], "v1/logs"));
        });
    }

    internal static bool IsWanted(IConfiguration configuration) =>
        configuration[$"{TelemetryOptions.Section}:{nameof(TelemetryOptions.Endpoint)}"] is { Length: > 0 } || Standard.Any(name => configuration[name] is { Length: > 0 });

    internal static ResourceBuilder Resource() => ResourceBuilder.CreateDefault()
        .AddService("ics-guide", serviceVersion: typeof(TelemetryRegistration).Assembly.GetName().Version?.ToString(3), autoGenerateServiceInstanceId: true)
        .AddEnvironmentVariableDetector();

    /// <summary>Our own settings win; without them the exporter reads the standard variables.</summary>
    internal static void Address(OtlpExporterOptions export, string? endpoint, string? headers, string path)
    {
        if (headers is { Length: > 0 }) export.Headers = headers;
        if (endpoint is not { Length: > 0 } || TelemetryOptions.AddressOf(endpoint) is not { } address) return;
        export.Protocol = OtlpExportProtocol.HttpProtobuf;
        export.Endpoint = new Uri($"{address.AbsoluteUri.TrimEnd('/')}/{path}");
    }
}
