using Bot.Features.Questions.Certificates;
using Bot.Files;
using Bot.Knowledge;

namespace Bot.Hosting;

/// <summary>Shows what an answer said, by its number. It holds neither a question nor a person, so whoever has the number may see it.</summary>
internal static class AnswerEndpoint
{
    public static void MapAnswers(this WebApplication app) => app.MapGet("/answers/{number:maxlength(60)}", AnswerAsync);

    private static async Task<IResult> AnswerAsync(string number, HttpContext http, FileLinks links, CertificateArchive archive, KnowledgeStore knowledge, TimeProvider time)
    {
        if (!links.MayFetch(http)) return Results.NotFound();
        var headers = http.Response.Headers;
        headers.CacheControl = "no-cache";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = CertificatePage.Policy;
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex";
        var id = CertificateId.Read(number);
        var answers = id is null ? [] : await archive.FindAsync(id, http.RequestAborted);
        if (answers.Count == 0) return Results.Content(CertificatePage.Missing(hasSlip: id is null), "text/html; charset=utf-8", statusCode: StatusCodes.Status404NotFound);
        var (snapshot, today) = (knowledge.Current, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        return Results.Content(CertificatePage.Of(answers, answer => CertificateWords.Today(answer, snapshot, today)), "text/html; charset=utf-8");
    }
}
