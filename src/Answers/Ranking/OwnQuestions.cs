using Answers.Index;

namespace Answers.Ranking;

/// <summary>The entries' own questions, listed under each of their features, to find the one nearest to a text.</summary>
internal sealed class OwnQuestions
{
    private readonly int[] _firstOf;   // the first question of each entry; questions are numbered entry by entry
    private readonly Listed _words, _characters;

    private OwnQuestions(int[] firstOf, Listed words, Listed characters) => (_firstOf, _words, _characters) = (firstOf, words, characters);

    public static OwnQuestions From(Ensemble ensemble, IReadOnlyList<TrainingText> texts)
    {
        var entries = ensemble.Classes.Entries;
        var ours = texts.Where(t => t.Class < entries && !t.IsSlip).OrderBy(t => t.Class).ToArray();
        var firstOf = new int[entries + 1];
        foreach (var text in ours) firstOf[text.Class + 1]++;
        for (var k = 0; k < entries; k++) firstOf[k + 1] += firstOf[k];
        var examples = new Example[ours.Length];
        Parallel.For(0, ours.Length, i => examples[i] = ensemble.Weigh(ours[i].Raw));
        return new OwnQuestions(firstOf, Listed.From(examples, false, ensemble.Features(false)), Listed.From(examples, true, ensemble.Features(true)));
    }

    /// <returns>The largest cosine to one of the entry's questions, the bias included.</returns>
    public float Nearest(SparseText text, bool characters, int entry) =>
        (characters ? _characters : _words).Nearest(text, _firstOf[entry], _firstOf[entry + 1]);

    public void Write(BinaryWriter to)
    {
        Blobs.Write(to, _firstOf);
        _words.Write(to);
        _characters.Write(to);
    }

    public static OwnQuestions Read(BinaryReader from) => new(Blobs.Read<int>(from), Listed.Read(from), Listed.Read(from));

    /// <summary>One view: for each feature the questions that hold it, in order, and its value there in 65,535ths.</summary>
    private sealed record Listed(int[] Starts, int[] Questions, ushort[] Values)
    {
        private const float Whole = 65_535f;

        public static Listed From(Example[] examples, bool characters, int features)
        {
            var starts = new int[features + 1];
            foreach (var example in examples)
                foreach (var feature in example.In(characters).Features) starts[feature + 1]++;
            for (var f = 0; f < features; f++) starts[f + 1] += starts[f];
            var next = starts.AsSpan(0, features).ToArray();
            var listed = new Listed(starts, new int[starts[^1]], new ushort[starts[^1]]);
            for (var q = 0; q < examples.Length; q++)
            {
                var text = examples[q].In(characters);
                for (var i = 0; i < text.Features.Length; i++)
                {
                    var at = next[text.Features[i]]++;
                    (listed.Questions[at], listed.Values[at]) = (q, (ushort)MathF.Round(MathF.Min(1, text.Values[i]) * Whole));
                }
            }

            return listed;
        }

        public float Nearest(SparseText text, int from, int to)
        {
            var count = to - from;
            var sums = count <= 1_024 ? stackalloc float[count] : new float[count];
            sums.Clear();
            for (var i = 0; i < text.Features.Length; i++)
            {
                var value = text.Values[i] / Whole;
                var end = Starts[text.Features[i] + 1];
                for (var at = Seek(Starts[text.Features[i]], end, from); at < end && Questions[at] < to; at++)
                    sums[Questions[at] - from] += value * Values[at];
            }

            var best = 0f;
            foreach (var sum in sums) best = MathF.Max(best, sum);
            return best;
        }

        public void Write(BinaryWriter to)
        {
            Blobs.Write(to, Starts);
            Blobs.Write(to, Questions);
            Blobs.Write(to, Values);
        }

        public static Listed Read(BinaryReader from) => new(Blobs.Read<int>(from), Blobs.Read<int>(from), Blobs.Read<ushort>(from));

        private int Seek(int low, int high, int question)
        {
            while (low < high)
            {
                var middle = (low + high) >>> 1;
                if (Questions[middle] < question) low = middle + 1;
                else high = middle;
            }

            return low;
        }
    }
}
