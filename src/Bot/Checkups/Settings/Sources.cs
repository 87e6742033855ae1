using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;

namespace Bot.Checkups.Settings;

/// <summary>Where the value of a setting comes from: the last place that has one.</summary>
internal static class Sources
{
    public static string Of(IConfiguration configuration, string key)
    {
        foreach (var provider in (configuration as IConfigurationRoot)?.Providers.Reverse() ?? [])
        {
            if (provider.TryGet(key, out _)) return provider is ChainedConfigurationProvider chained ? Of(chained.Configuration, key) : Words(provider);
        }

        return "default";
    }

    private static string Words(IConfigurationProvider provider) => provider switch
    {
        JsonConfigurationProvider { Source.Path: "secrets.json" } => "user secrets",
        JsonConfigurationProvider file => file.Source.Path ?? "a file",
        EnvironmentVariablesConfigurationProvider => "environment",
        CommandLineConfigurationProvider => "command line",
        _ => "program",
    };
}
