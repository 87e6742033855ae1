using System.Globalization;
using Answers.Understanding;
using Bot.Knowledge.Records;
using Bot.Turns;

namespace Bot.Features.Questions;

/// <summary>One question to the records, as a button can carry it too.</summary>
internal sealed record RecordAsk(RecordIntent Intent, IReadOnlyList<RecordSubject> Subjects, int? Year = null)
{
    private const int MostSubjects = 4;

    public string Key => string.Join('+', Subjects.Select(s => s.Key));

    /// <summary>Finds the same answer again: <c>WhichFootprint/place:barnsley</c>, with <c>/2018</c> where a year was asked for.</summary>
    public string FullKey => Year is { } year ? string.Create(CultureInfo.InvariantCulture, $"{Intent}/{Key}/{year}") : $"{Intent}/{Key}";

    /// <summary>What a button's data holds.</summary>
    public IReadOnlyList<(string Name, string Value)> Data => Year is { } year
        ? [("intent", Intent.ToString()), ("key", Key), ("year", year.ToString(CultureInfo.InvariantCulture))]
        : [("intent", Intent.ToString()), ("key", Key)];

    /// <returns>Null where the data names nothing that is held.</returns>
    public static RecordAsk? Read(CardPress press, RecordBook records)
    {
        return press.Text("intent") is { } intent && press.Text("key") is { } key ? Read(intent, key, press.Text("year"), records) : null;
    }

    /// <summary>Reads <see cref="FullKey"/>.</summary>
    public static RecordAsk? Read(string fullKey, RecordBook records) => fullKey.Split('/') switch
    {
        [var intent, var key] => Read(intent, key, null, records),
        [var intent, var key, var year] => Read(intent, key, year, records),
        _ => null,
    };

    private static RecordAsk? Read(string named, string key, string? year, RecordBook records)
    {
        if (!Enum.TryParse<RecordIntent>(named, out var intent) || !Enum.IsDefined(intent)) return null;
        var subjects = key.Split('+').Take(MostSubjects).Select(records.Find).ToArray();
        int? ofYear = int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return subjects.Contains(null) ? null : new RecordAsk(intent, subjects!, ofYear);
    }

    /// <summary>All of England by wave or by list. A number of footprints says which list is meant as well as a year does.</summary>
    public static RecordAsk OfEngland(RecordIntent intent, Question question) =>
        new(intent, [RecordBook.England], intent == RecordIntent.Lists ? YearOfList(question) : YearOf(question));

    // Somebody who asks for the councils of an STP means the time when there was one.
    private static readonly RecordIntent[] OfTheStp = [RecordIntent.Trusts, RecordIntent.Councils, RecordIntent.Population];

    public static int? YearOf(Question question, RecordIntent intent)
    {
        if (question.Period is not null || !OfTheStp.Contains(intent)) return YearOf(question);
        return question.Words.Contains("stp") && !question.Words.Any(w => w is "ics" or "icb" or "now" or "today") ? 2018 : null;
    }

    public static int? YearOf(Question question) => question.Period is { Now: false } period ? period.From.Year : null;

    public RecordReply Compose(RecordBook records) => Intent == RecordIntent.WhichFootprint && Subjects.Count > 1
        ? records.ComposeTogether(Subjects, Year)
        : records.Compose(Intent, Subjects[0], Year, Subjects.ElementAtOrDefault(1));

    private static int YearOfList(Question question)
    {
        if (YearOf(question) is { } year) return year;
        if (question.Period is not null) return Eras.Checked.Year;
        bool Says(params string[] any) => question.Words.Any(any.Contains);
        if (Says("44")) return Era.Stp44.Start().Year;
        if (Says("icb", "board", "boards")) return Says("42") ? Era.Icb42.Start().Year : Eras.Checked.Year;
        if (Says("42", "ics", "systems")) return Era.Stp42.Start().Year;
        return Says("stp", "stps", "partnerships") ? Era.Stp44.Start().Year : Eras.Checked.Year;
    }
}
