using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Bot.Checkups.Settings;

/// <summary>Whether every setting can be read and holds something that makes sense, and which names nothing reads.</summary>
internal sealed partial class SettingsLook(IServiceProvider services, IConfiguration configuration, SettingsRead settings) : ICheckup
{
    internal const string VaultReference = "@Microsoft.KeyVault(";

    internal const string About = "Settings";
    private const string Where = "`doctor` shows where each setting comes from; the README lists what each may hold.";

    public Task<IReadOnlyList<Finding>> LookAsync(CancellationToken ct)
    {
        Finding[] found = [.. settings.Sections.SelectMany(Wrong), .. settings.Unknown().Select(Unread), .. Unresolved()];
        return Task.FromResult<IReadOnlyList<Finding>>(found.Length > 0 ? found
            : [new(About, Standing.Well, $"{settings.All().Count(setting => setting.Source != "default")} settings are set, all others have their defaults. Each holds something that makes sense.")]);
    }

    private IEnumerable<Finding> Wrong(OptionsSection section)
    {
        foreach (var words in Complaints(section.Options).Distinct())
            yield return new(About, Standing.Fault, words, $"Change it and start the service again. {Where}");
    }

    private IEnumerable<string> Complaints(Type type)
    {
        try
        {
            // What only a command reads is not registered with the service.
            if (services.GetService(typeof(IOptions<>).MakeGenericType(type)) is { } options)
                options.GetType().GetProperty(nameof(IOptions<>.Value))!.GetValue(options);
            return [];
        }
        catch (TargetInvocationException e) when (e.InnerException is OptionsValidationException wrong)
        {
            return wrong.Failures.Select(Plain);
        }
        catch (TargetInvocationException e) when (e.InnerException is InvalidOperationException unreadable)
        {
            return [Unreadable().Match(unreadable.Message) is { Success: true } match
                ? $"{match.Groups["name"].Value} is \"{match.Groups["value"].Value}\". It must be {Kind(match.Groups["type"].Value)}."
                : unreadable.Message.ReplaceLineEndings(" ")];
        }
    }

    private static string Kind(string type) => type switch
    {
        "System.Boolean" => "true or false",
        "System.Int32" or "System.Int64" => "a whole number",
        _ => "a number, with a point before the fraction",
    };

    [GeneratedRegex("value '(?<value>[^']*)' at '(?<name>[^']+)' to type '(?<type>[^']+)'")]
    private static partial Regex Unreadable();

    // The library puts its own words before each.
    private static string Plain(string failure) =>
        failure.IndexOf("with the error: '", StringComparison.Ordinal) is > 0 and var at ? failure[(at + "with the error: '".Length)..].TrimEnd('.', '\'') + "." : failure;

    private static Finding Unread(UnknownSetting unknown)
    {
        var meant = unknown.Meant is { } name ? $"Did you mean {name}?" : "No setting is called like that.";
        var written = unknown.Meant is { } right && unknown.Source == "environment" ? $" In the environment it is {right.Replace(":", "__", StringComparison.Ordinal)}." : "";
        return new(About, Standing.Fault, $"Nothing reads {unknown.Name} ({unknown.Source}).", $"{meant}{written} Correct the name, or take it out.");
    }

    private IEnumerable<Finding> Unresolved() =>
        from set in configuration.AsEnumerable()
        where set.Value?.StartsWith(VaultReference, StringComparison.OrdinalIgnoreCase) is true
        select new Finding(About, Standing.Fault, $"{set.Key} holds a reference to a key vault that was not resolved.",
            "Check that the secret exists, and that the app's identity has the role Key Vault Secrets User on the vault. Then restart the app.");
}
