using Answers.Index;
using Answers.Ranking;
using Answers.Text;

namespace Answers.Tests.Ranking;

public sealed class EntryQuestionsTests
{
    private static readonly string[] Questions =
    [
        "what is an integrated care system", "who leads the board", "the board, the board and the board again", "which footprint is barnsley in",
        "what is a footprint", "what is the footprint of the footprint", "who are the partners of the system", "when did the system start", "who pays",
        "how many people live in the footprint of the board", "banana",
    ];

    // An entry with one question, with more than a byte holds, with none, and with one again.
    private static readonly int[] FirstOf = [0, 1, 10, 10, 11];

    [Theory]
    [InlineData(true, "who leads the board of the footprint")]
    [InlineData(true, "the the the board board")]
    [InlineData(true, "zebra crossing")]
    [InlineData(false, "who leads the board of the footprint")]
    [InlineData(false, "the the the board board")]
    [InlineData(false, "banana")]
    public void TheNearest_IsThatOfTheLargestCosine(bool characters, string asked)
    {
        View view = characters ? new CharacterView() : new WordView();
        var raw = Array.ConvertAll(Questions, text => Raw(view, text));
        var space = FeatureSpace.From(view, raw, keepRare: true);
        var questions = Saved(space, EntryQuestions.From(space, FirstOf, raw));
        var text = space.Weigh(Raw(view, asked));

        for (var entry = 0; entry + 1 < FirstOf.Length; entry++)
        {
            var own = raw[FirstOf[entry]..FirstOf[entry + 1]];
            var expected = own.Length == 0 ? 0 : own.Max(question => Cosine(text, space.Weigh(question)));
            Assert.Equal(expected, questions.Nearest(text, entry, own.Length), 5);
        }
    }

    private static RawText Raw(View view, string text)
    {
        var words = Tokens.Of(text).ConvertAll(token => token.Word);
        return RawText.Of(view, words, Stems.Of(words));
    }

    private static EntryQuestions Saved(FeatureSpace space, EntryQuestions questions)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        questions.Write(writer);
        stream.Position = 0;
        using var reader = new BinaryReader(stream);
        return EntryQuestions.Read(space, reader);
    }

    private static float Cosine(SparseText a, SparseText b) =>
        a.Features.Select((feature, i) => Array.IndexOf(b.Features, feature) is >= 0 and var at ? a.Values[i] * b.Values[at] : 0).Sum();
}
