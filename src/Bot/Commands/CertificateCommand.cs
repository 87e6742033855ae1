using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Features.Questions.Certificates;

namespace Bot.Commands;

/// <summary><c>ask --certificate NUMBER</c>: what an answer said.</summary>
internal static class CertificateCommand
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<int> RunAsync(string number, bool asJson, CancellationToken ct)
    {
        if (CertificateId.Read(number) is not { } id)
        {
            await Console.Error.WriteLineAsync("This number has a slip. Look at it again: it has 12 signs in 3 groups of 4.");
            return ExitCodes.Usage;
        }

        using var host = await CommandHost.OpenAsync(ct);
        var answers = await host.Get<CertificateArchive>().FindAsync(id, ct);
        if (answers.Count == 0)
        {
            await Console.Error.WriteLineAsync("No answer in this database has that number.");
            return ExitCodes.NoAnswer;
        }

        Console.WriteLine(asJson ? JsonSerializer.Serialize(answers.Select(Json), Indented) : string.Join("\n\n", answers.Select(CertificateWords.Plain)));
        return ExitCodes.Done;
    }

    private static object Json(CertifiedAnswer answer) => new
    {
        Number = CertificateId.Spoken(answer.Row.Id),
        answer.Row.Subject,
        answer.Row.Day,
        Release = answer.Row.ReleaseNumber,
        answer.Row.Revision,
        answer.Row.Digest,
        Withdrawn = answer.Withdrawn,
        Said = answer.Text,
    };
}
