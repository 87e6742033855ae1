using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Checks;

namespace Bot.Commands;

/// <summary>What a command says: lines for people, or one JSON value for scripts.</summary>
internal static class KbOutput
{
    public static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(bool asJson, object json, params IEnumerable<string> lines)
    {
        if (asJson) Console.WriteLine(JsonSerializer.Serialize(json, Indented));
        else foreach (var line in lines) Console.WriteLine(line);
    }

    /// <summary>One sentence on why it was not done.</summary>
    public static int Refuse(bool asJson, string problem, int code)
    {
        Write(asJson, new { Problem = problem }, problem);
        return code;
    }

    public static object Json(Problem problem) => new { problem.Path, problem.Line, problem.Message, problem.IsWarning };

    public static object Json(Regression regression) => new { regression.Question, regression.Expected, regression.Got };
}
