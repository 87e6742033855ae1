using Answers.Index;

namespace Answers.Ranking;

/// <summary>The entries' own questions in both views, to find the one nearest to a text.</summary>
internal sealed class OwnQuestions
{
    private readonly int[] _firstOf;   // the first question of each entry; questions are numbered entry by entry
    private readonly EntryQuestions _words, _characters;

    private OwnQuestions(int[] firstOf, EntryQuestions words, EntryQuestions characters) => (_firstOf, _words, _characters) = (firstOf, words, characters);

    public static OwnQuestions From(Ensemble ensemble, IReadOnlyList<TrainingText> texts)
    {
        var entries = ensemble.Classes.Entries;
        var ours = texts.Where(t => t.Class < entries && !t.IsSlip).OrderBy(t => t.Class).ToArray();
        var firstOf = new int[entries + 1];
        foreach (var text in ours) firstOf[text.Class + 1]++;
        for (var k = 0; k < entries; k++) firstOf[k + 1] += firstOf[k];
        return new OwnQuestions(
            firstOf,
            EntryQuestions.From(ensemble.Space(characters: false), firstOf, Array.ConvertAll(ours, t => t.Raw.Words)),
            EntryQuestions.From(ensemble.Space(characters: true), firstOf, Array.ConvertAll(ours, t => t.Raw.Characters)));
    }

    /// <returns>The largest cosine to one of the entry's questions, the bias included.</returns>
    public float Nearest(SparseText text, bool characters, int entry) =>
        (characters ? _characters : _words).Nearest(text, entry, _firstOf[entry + 1] - _firstOf[entry]);

    public void Write(BinaryWriter to)
    {
        Blobs.Write(to, _firstOf);
        _words.Write(to);
        _characters.Write(to);
    }

    public static OwnQuestions Read(Ensemble ensemble, BinaryReader from) =>
        new(Blobs.Read<int>(from), EntryQuestions.Read(ensemble.Space(characters: false), from), EntryQuestions.Read(ensemble.Space(characters: true), from));
}
