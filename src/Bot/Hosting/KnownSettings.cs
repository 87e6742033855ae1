using Bot.Activities;
using Bot.Activities.Tokens;
using Bot.AzureAnswers;
using Bot.Checkups.Settings;
using Bot.Commands.Manifest;
using Bot.Experts;
using Bot.Features.Maps;
using Bot.Features.Welcome;
using Bot.Files;
using Bot.Graph;
using Bot.Knowledge;
using Bot.Knowledge.Sources;
using Bot.Roles;
using Bot.Storage;
using Bot.Telemetry;
using Bot.Trusts;
using Bot.Turns;

namespace Bot.Hosting;

/// <summary>Every class of options with the names of its settings. The doctor reads it, and a test holds it against the README's table.</summary>
internal static class KnownSettings
{
    public static IReadOnlyList<OptionsSection> Sections { get; } =
    [
        OptionsSection.Of<AuthOptions>(AuthOptions.Section),
        OptionsSection.Of<CredentialOptions>(AuthOptions.Section),
        OptionsSection.Of<ActivityOptions>(ActivityOptions.Section),
        OptionsSection.Of<KnowledgeOptions>("Bot:Knowledge"),
        OptionsSection.Of<SourceOptions>("Bot:Knowledge"),
        OptionsSection.Of<Person>("Bot:Person"),
        OptionsSection.Of<GraphOptions>(GraphOptions.Section),
        OptionsSection.Of<AzureAnswersOptions>(AzureAnswersOptions.Section),
        OptionsSection.Of<RoleOptions>(RoleOptions.Section),
        OptionsSection.Of<TrustOptions>("Bot:Trusts"),
        OptionsSection.Of<TurnOptions>("Bot"),
        OptionsSection.Of<WelcomeOptions>("Bot"),
        OptionsSection.Of<MapOptions>("Bot"),
        OptionsSection.Of<FilesOptions>(name => name == nameof(FilesOptions.PublicUrl) ? $"Bot:{name}" : $"Bot:Files:{name}"),
        OptionsSection.Of<ManifestOptions>("Bot:Manifest"),
        OptionsSection.Of<TelemetryOptions>(TelemetryOptions.Section),
        OptionsSection.Of<StorageOptions>(name => name == nameof(StorageOptions.QuestionDays) ? $"Bot:Retention:{name}" : $"Bot:Database:{name}"),
    ];
}
