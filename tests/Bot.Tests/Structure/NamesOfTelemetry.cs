using System.Diagnostics.Metrics;
using System.Globalization;
using System.Reflection;
using Answers;
using Bot.Hosting;
using Bot.Telemetry;
using Bot.Telemetry.Export;
using Bot.Tests.Support;
using Microsoft.Extensions.Logging;
using StageNames = Bot.Telemetry.Stages;

namespace Bot.Tests.Structure;

/// <summary>src/Bot/Telemetry/README.md lists every span, figure and log entry: whoever watches the service reads there what there is.</summary>
public sealed class NamesOfTelemetry
{
    private const string Page = "src/Bot/Telemetry/README.md";

    private static readonly string[][] Rows =
    [
        .. File.ReadLines(Repository.PathOf("src", "Bot", "Telemetry", "README.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Select(line => line.Trim('|', ' ').Split('|').Select(cell => cell.Trim()).ToArray()),
    ];

    [Fact]
    public void EveryLogEntry_HasANumberOfItsOwn() => Faults.None(
        from entries in Entries().GroupBy(entry => entry.Number)
        where entries.Count() > 1
        select $"{entries.Key} is the number of {string.Join(" and ", entries.Select(entry => $"{entry.Room}.{entry.Name}"))}. Give one of them another.");

    [Fact]
    public void EveryLogEntry_IsOnThePage() => Agree(
        [.. Entries().Select(entry => $"| {entry.Number} | {entry.Room} | {entry.Name} | {entry.Level} |")],
        [.. Rows.Where(cells => int.TryParse(cells[0], out _)).Select(cells => $"| {string.Join(" | ", cells)} |")]);

    [Fact]
    public void EveryFigure_IsOnThePage() => Agree([.. Instruments()], [.. Names().Where(name => name.StartsWith("icsguide.", StringComparison.Ordinal))]);

    [Fact]
    public void EverySpan_IsOnThePage() => Agree(
        [TurnTelemetry.Span, EngineStages.Understood, EngineStages.Ranked, .. Stages().Where(stage => stage != StageNames.Queued)],
        [.. Names().Where(name => !name.StartsWith("icsguide.", StringComparison.Ordinal))]);

    private static void Agree(string[] code, string[] page) => Faults.None(
    [
        .. code.Except(page).Select(name => $"{name} is missing in {Page}."),
        .. page.Except(code).Select(name => $"{name} is in {Page}, but not in the code."),
    ]);

    private static IEnumerable<string> Names() => Rows.Where(cells => cells[0].StartsWith('`')).Select(cells => cells[0].Trim('`'));

    private static IEnumerable<string> Stages() =>
        from field in typeof(StageNames).GetFields(BindingFlags.Public | BindingFlags.Static)
        where field.IsLiteral
        select (string)field.GetRawConstantValue()!;

    private static IEnumerable<(int Number, string Room, string Name, string Level)> Entries() =>
        from type in typeof(Service).Assembly.GetTypes()
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly)
        let entry = method.GetCustomAttribute<LoggerMessageAttribute>()
        where entry is not null
        let room = type.Namespace!["Bot.".Length..].Replace('.', '/')
        orderby entry.EventId
        select (entry.EventId, room, method.Name, string.Create(CultureInfo.InvariantCulture, $"{entry.Level}"));

    // Each is made by its owner: a look at every field, and the gauges as the service makes them.
    private static List<string> Instruments()
    {
        var found = new List<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name is Meters.Name or EngineStages.Name) found.Add(instrument.Name);
            },
        };
        System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(typeof(Meters).TypeHandle);
        System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(typeof(EngineStages).TypeHandle);
        using var gauges = new Gauges(null!, null!, null!, null!, TimeProvider.System);
        listener.Start();
        return [.. found.Distinct()];
    }
}
