using Bot.Checkups.Looks;
using Bot.Checkups.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Checkups;

public static class CheckupsRegistration
{
    /// <param name="services">Where the rooms are registered that are looked at.</param>
    /// <param name="sections">Every class of options, with the names of its settings.</param>
    public static IServiceCollection AddCheckups(this IServiceCollection services, IReadOnlyList<OptionsSection> sections)
    {
        services.AddSingleton(provider => new SettingsRead(provider.GetRequiredService<IConfiguration>(), sections));
        services.AddSingleton<Doctor>();
        return services
            .AddCheckup<SettingsLook>("Settings").AddCheckup<ProgramLook>("Program").AddCheckup<DatabaseLook>("Database").AddCheckup<ReleaseLook>("Release").AddCheckup<RecordsLook>("Records").AddCheckup<SourcesLook>("Sources")
            .AddCheckup<FoldersLook>("Folders").AddCheckup<ClockLook>("Clock").AddCheckup<IdentityLook>("Identity").AddCheckup<ConnectorLook>("Connector")
            .AddCheckup<GraphLook>("Graph").AddCheckup<AzureAnswersLook>("Question answering").AddCheckup<OutboxLook>("Outbox").AddCheckup<PdfLook>("PDF").AddCheckup<CollectorLook>("Telemetry");
    }

    public static IServiceCollection AddCheckup<T>(this IServiceCollection services, string about) where T : class, ICheckup =>
        services.AddSingleton(new PlannedCheckup(about, typeof(T)));
}
