namespace Answers.Tests;

public sealed class BuildingAndSaving
{
    private static readonly byte[] Saved = Save(SmallBase.Engine);

    [Fact]
    public void BuildingTwice_GivesTheSameBytes() => Assert.Equal(Saved, Save(AnswerEngine.Build(SmallBase.Source)));

    [Fact]
    public void ALoadedEngine_AnswersTheSame()
    {
        var loaded = Load(Saved);

        Assert.Equal(Saved, Save(loaded));
        foreach (var question in SmallBase.Source.Entries.SelectMany(e => e.Questions).Concat(SmallBase.Source.Strangers.SelectMany(s => s.Questions)))
            Assert.Equal(SmallBase.Words(SmallBase.Engine.Ask(question)), SmallBase.Words(loaded.Ask(question)));
    }

    [Fact]
    public void AModelInTheMiddleOfAFile_IsFound()
    {
        using var file = new MemoryStream();
        file.Write("before"u8);
        SmallBase.Engine.Save(file);
        file.Position = "before".Length;

        Assert.Equal(Saved, Save(AnswerEngine.Load(SmallBase.Source, file)));
    }

    [Fact]
    public void AFileCutShort_IsRefused()
    {
        foreach (var length in Places().Append(0).Append(3).Append(Saved.Length - 1))
            Assert.Throws<InvalidDataException>(() => Load(Saved[..length]));
    }

    [Fact]
    public void ADamagedFile_IsRefused()
    {
        foreach (var place in Places().Append(0).Append(Saved.Length - 1))
        {
            var damaged = Saved.ToArray();
            damaged[place] ^= 0x10;
            Assert.Throws<InvalidDataException>(() => Load(damaged));
        }
    }

    [Fact]
    public void SomethingElse_IsRefused()
    {
        Assert.Throws<InvalidDataException>(() => Load([]));
        Assert.Throws<InvalidDataException>(() => Load(new byte[10_000]));
        Assert.Throws<InvalidDataException>(() => Load([.. Saved, 0]));
    }

    [Fact]
    public void TheModelOfAnotherBase_IsRefused()
    {
        var larger = SmallBase.Source with { Entries = [.. SmallBase.Source.Entries, new Entry("wharf", "Wharves", ["What is a wharf?"])] };
        using var file = new MemoryStream(Saved);

        Assert.Throws<InvalidDataException>(() => AnswerEngine.Load(larger, file));
    }

    [Fact]
    public void ABaseThatCannotBeBuilt_SaysWhy()
    {
        var entry = new Entry("a", "A", ["What is a?"]);
        Assert.Contains("two entries", Fault([entry]), StringComparison.Ordinal);
        Assert.Contains("'b'", Fault([entry, new Entry("b", "B", [])]), StringComparison.Ordinal);
        Assert.Contains("'a'", Fault([entry, entry]), StringComparison.Ordinal);

        static string Fault(IReadOnlyList<Entry> entries) => Assert.Throws<ArgumentException>(() => AnswerEngine.Build(new KnowledgeBase(entries, []))).Message;
    }

    [Fact]
    public void TwoEntriesWithOneQuestionEach_AreEnough()
    {
        var engine = AnswerEngine.Build(new KnowledgeBase([new Entry("a", "Apples", ["What is an apple?"]), new Entry("b", "Boats", ["What is a boat?"])], []));

        Assert.NotNull(engine.Ask("What is a boat?"));
        Assert.NotNull(engine.Ask("apple boat weather"));
    }

    private static IEnumerable<int> Places() => Enumerable.Range(1, 40).Select(i => (int)((long)Saved.Length * i / 41));

    private static AnswerEngine Load(byte[] bytes)
    {
        using var file = new MemoryStream(bytes);
        return AnswerEngine.Load(SmallBase.Source, file);
    }

    private static byte[] Save(AnswerEngine engine)
    {
        using var file = new MemoryStream();
        engine.Save(file);
        return file.ToArray();
    }
}
