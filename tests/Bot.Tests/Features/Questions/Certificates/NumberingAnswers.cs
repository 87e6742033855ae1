using Bot.Features.Questions;
using Bot.Features.Questions.Certificates;
using Bot.Storage;
using Bot.Tests.Features.Questions.Cards;
using Microsoft.Extensions.Options;

namespace Bot.Tests.Features.Questions.Certificates;

public sealed class NumberingAnswers
{
    private const string Signs = "23456789ACDEFHJKNPRTVWX";

    private static readonly string[] Ids = [.. Enumerable.Range(0, 40).Select(i => CertificateId.Of("a", $"{i}"))];

    [Fact]
    public void EveryWrongSign_IsFound() => Assert.All(Ids, id =>
    {
        for (var at = 0; at < id.Length; at++)
            foreach (var other in Signs.Where(sign => sign != id[at]))
                Assert.Null(CertificateId.Read($"{id[..at]}{other}{id[(at + 1)..]}"));
    });

    [Fact]
    public void EveryTwoSignsThatChangedPlaces_AreFound() => Assert.All(Ids, id =>
    {
        for (var one = 0; one < id.Length; one++)
            for (var two = one + 1; two < id.Length; two++)
            {
                if (id[one] == id[two]) continue;
                var signs = id.ToCharArray();
                (signs[one], signs[two]) = (signs[two], signs[one]);
                Assert.Null(CertificateId.Read(new string(signs)));
            }
    });

    [Fact]
    public void ANumber_IsReadHoweverItIsTyped()
    {
        foreach (var id in Ids)
        {
            var spoken = CertificateId.Spoken(id);
            Assert.Equal(14, spoken.Length);
            Assert.All((string[])[spoken, spoken.ToLowerInvariant(), id, $" {spoken.Replace("-", " - ", StringComparison.Ordinal)} "], typed => Assert.Equal(id, CertificateId.Read(typed)));
            // Signs that are in no number, for the ones that they look or sound like.
            Assert.Equal(id, CertificateId.Read(id.Replace('5', 'S').Replace('8', 'B').Replace('2', 'Z').Replace('N', 'M')));
        }
    }

    [Fact]
    public void AnAnswerThatWasGivenThatDay_IsNotNumberedAgain()
    {
        var kept = new List<CertificateRow>();
        var answering = new Answering(Options.Create(StubContent.Person), Options.Create(new StorageOptions()), new AnswerCertificates(kept.Add, _ => null));
        foreach (var answer in (string[])["1", "2", "3"]) answering.Article(StubContent.Current, StubContent.Snapshot, StubContent.Context with { AnswerId = answer });
        Assert.Single(kept);

        answering.Article(StubContent.Current, StubContent.Snapshot, StubContent.Context with { Today = StubContent.Today.AddDays(1) });
        Assert.Equal(2, kept.Select(row => row.Id).Distinct().Count());
        Assert.Single(kept.Select(row => row.Digest).Distinct());
    }

    [Fact]
    public void WordsOfAnOlderProgram_AreReadByALaterOne()
    {
        var read = CertifiedText.Read("""{"Heading":"A heading","Short":"Said \"so\" for \u00a35.","Points":["one"],"Sources":[{"Title":"T","Publisher":"P","Date":"2020"}],"NoLongerThere":1}""");

        Assert.Equal(("A heading", "Said \"so\" for £5.", "one", "T", ""), (read.Heading, read.Short, read.Points[0], read.Sources[0].Title, read.Detail));
        Assert.Equal(read.ToJson(), CertifiedText.Read(read.ToJson()).ToJson());
    }

    [Fact]
    public void NoTwoSigns_LookAlike() => Assert.DoesNotContain(string.Concat(Ids), sign => "01OQILBSZGUMY".Contains(sign, StringComparison.Ordinal));

    [Fact]
    public void ANumber_HangsOnEverythingItIsMadeFrom()
    {
        Assert.Equal(CertificateId.Of("text", "release", "day"), CertificateId.Of("text", "release", "day"));
        Assert.Equal(3, new[] { CertificateId.Of("text", "release", "day"), CertificateId.Of("text", "release", "night"), CertificateId.Of("texts", "release", "day") }.Distinct().Count());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("K7RF-3NHT")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("ÅÅÅÅ-ÅÅÅÅ-ÅÅÅÅ")]
    public void WhatIsNoNumber_IsNotRead(string? typed) => Assert.Null(CertificateId.Read(typed));
}
