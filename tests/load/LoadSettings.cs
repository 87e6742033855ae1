using System.Globalization;

namespace Load;

/// <summary>How much to measure.</summary>
/// <param name="Rounds">Times that both are measured in turn; the median counts.</param>
/// <param name="Seconds">Length of each measurement.</param>
/// <param name="Connections">Callers at once.</param>
/// <param name="Turns">After so many the memory is compared.</param>
/// <param name="Guide">Folder of a published guide; null publishes one.</param>
internal sealed record LoadSettings(int Rounds, int Seconds, int Connections, int Turns, string? Guide)
{
    /// <returns>Null where an option is not known or its value is no number.</returns>
    public static LoadSettings? Read(string[] args)
    {
        var settings = new LoadSettings(3, 5, 16, 100_000, null);
        for (var i = 0; i < args.Length; i += 2)
        {
            var value = i + 1 < args.Length ? args[i + 1] : "";
            var isNumber = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0;
            switch (args[i])
            {
                case "--rounds" when isNumber: settings = settings with { Rounds = number }; break;
                case "--seconds" when isNumber: settings = settings with { Seconds = number }; break;
                case "--connections" when isNumber: settings = settings with { Connections = number }; break;
                case "--turns" when isNumber: settings = settings with { Turns = number }; break;
                case "--guide" when value.Length > 0: settings = settings with { Guide = Path.GetFullPath(value) }; break;
                default: return null;
            }
        }

        return settings;
    }
}
