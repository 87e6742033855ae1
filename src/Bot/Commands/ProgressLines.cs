using System.Globalization;
using Bot.Knowledge.Sources;

namespace Bot.Commands;

/// <summary>Progress as lines: one at the beginning, then one for every twentieth part.</summary>
internal sealed class ProgressLines(TextWriter to) : IProgress<RefreshProgress>
{
    private const int Lines = 20;
    private int _said = -1;

    public void Report(RefreshProgress value)
    {
        var part = value.Total == 0 ? 0 : value.Done * Lines / value.Total;
        if (value.Total == 0 || part == _said) return;
        _said = part;
        var left = value.Left is { } span ? $", about {Math.Ceiling(span.TotalSeconds).ToString(CultureInfo.InvariantCulture)} seconds left" : "";
        to.WriteLine($"{value.Done} of {value.Total}{left}{(value.Document.Length > 0 ? $"  {value.Document}" : "")}");
    }
}
