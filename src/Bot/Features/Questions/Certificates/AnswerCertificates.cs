using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bot.Knowledge;
using Bot.Storage;

namespace Bot.Features.Questions.Certificates;

/// <summary>Gives answers their numbers. Called when an answer is first written that day, not for each turn.</summary>
/// <param name="keep">Puts a row in line to be stored.</param>
/// <param name="link">The page that shows an answer by its number; null where nobody could reach it.</param>
public sealed class AnswerCertificates(Action<CertificateRow> keep, Func<string, Uri?> link)
{
    public Certificate Of(Reply reply, KnowledgeSnapshot snapshot, DateOnly day)
    {
        var body = CertifiedText.Of(reply).ToJson();
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));
        var id = CertificateId.Of(digest, reply.Subject, snapshot.Revision, snapshot.Number.ToString(CultureInfo.InvariantCulture), day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        keep(new CertificateRow { Id = id, Digest = digest, Subject = reply.Subject, Day = day, ReleaseNumber = snapshot.Number, Revision = snapshot.Revision, Body = body });
        return new Certificate(CertificateId.Spoken(id), link(id));
    }
}

/// <summary>How an answer can be found again.</summary>
/// <param name="Number">As it is read aloud.</param>
/// <param name="Page">Shows what was said.</param>
public sealed record Certificate(string Number, Uri? Page);
