using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Knowledge.Gaps;

namespace Bot.Commands;

/// <summary><c>kb gaps</c>: what people asked in vain, in groups, without who asked.</summary>
internal static class KbGaps
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<int> RunAsync(CommandHost host, bool asJson, CancellationToken ct)
    {
        var (groups, leftOut) = await host.Get<GapBoard>().ReadAsync(ct);
        if (asJson)
        {
            Console.WriteLine(JsonSerializer.Serialize(groups.Select(group => new { group.Id, group.Asked, group.First, group.Last, group.Wordings, group.Shown, group.Nearest }), Indented));
            return ExitCodes.Done;
        }

        foreach (var group in groups)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{group.Asked,5}  {group.First:yyyy-MM-dd} to {group.Last:yyyy-MM-dd}  nearest: {(group.Nearest.Count > 0 ? string.Join(", ", group.Nearest) : "none")}"));
            foreach (var wording in group.Wordings) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"       {wording.Asked,4}  {string.Join(' ', wording.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}"));
        }

        Console.WriteLine($"{groups.Count} groups of questions, asked {groups.Sum(group => group.Asked)} times without an answer that helped.{(leftOut > 0 ? $" {leftOut} more wordings wait until some of these are dealt with." : "")}");
        return ExitCodes.Done;
    }
}
