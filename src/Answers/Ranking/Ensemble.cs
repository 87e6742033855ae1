using Answers.Index;

namespace Answers.Ranking;

/// <summary>The members and the two feature spaces they read; ranks the classes for a text.</summary>
internal sealed class Ensemble
{
    private readonly FeatureSpace _words, _characters;
    private readonly Member[] _members;
    private readonly int _row;

    public Ensemble(FeatureSpace words, FeatureSpace characters, Member[] members, ClassCount classes)
    {
        (_words, _characters, _members) = (words, characters, members);
        (Classes, _row) = (classes, Rows.Padded(classes.All));
    }

    public ClassCount Classes { get; }

    public Example Weigh(RawPair raw) => new(_words.Weigh(raw.Words), _characters.Weigh(raw.Characters), Example.None);

    public Ranking Rank(Example text)
    {
        var shares = new float[Classes.All];
        var soft = new float[Classes.All];
        var scores = new float[_members.Length][];
        var scratch = new float[_row];
        for (var m = 0; m < _members.Length; m++)
        {
            var member = _members[m];
            scores[m] = new float[_row];
            member.Score(text.In(member.Characters), scores[m]);
            Blend(scores[m], member.Temperature, scratch, shares);
            Blend(scores[m], member.Temperature * 2, scratch, soft);
        }

        return new Ranking(shares, soft, scores, Classes.Entries);
    }

    public void Write(BinaryWriter to)
    {
        to.Write(Classes.Entries);
        to.Write(Classes.Strangers);
        _words.Write(to);
        _characters.Write(to);
        to.Write(_members.Length);
        foreach (var member in _members)
        {
            to.Write(member is Svm);
            to.Write(member.Characters);
            member.Write(to);
        }
    }

    public static Ensemble Read(BinaryReader from)
    {
        var classes = new ClassCount(from.ReadInt32(), from.ReadInt32());
        var words = FeatureSpace.Read(new WordView(), from);
        var characters = FeatureSpace.Read(new CharacterView(), from);
        var members = new Member[from.ReadInt32()];
        for (var m = 0; m < members.Length; m++)
        {
            bool svm = from.ReadBoolean(), chars = from.ReadBoolean();
            members[m] = svm ? Svm.Read(chars, from) : Perceptron.Read(chars, from);
        }

        return new Ensemble(words, characters, members, classes);
    }

    private void Blend(float[] scores, float temperature, float[] scratch, float[] into)
    {
        scores.AsSpan(0, Classes.All).CopyTo(scratch);
        var part = scratch.AsSpan(0, Classes.All);
        Rows.Softmax(part, temperature);
        for (var k = 0; k < part.Length; k++) into[k] += part[k] / _members.Length;
    }
}

/// <summary>Entries come first, then kinds of strangers.</summary>
internal readonly record struct ClassCount(int Entries, int Strangers)
{
    public int All => Entries + Strangers;
}

/// <summary>What the ensemble thinks of a text.</summary>
/// <param name="Shares">Belief per class; adds up to 1.</param>
/// <param name="Soft">The same with doubled temperatures: worse for ranking, better for telling strangers.</param>
/// <param name="Scores">Raw scores of each member per class.</param>
/// <param name="Entries">How many of the classes are entries.</param>
internal sealed record Ranking(float[] Shares, float[] Soft, float[][] Scores, int Entries)
{
    /// <summary>Belief that the text is one of the known kinds of strangers.</summary>
    public double StrangerShare
    {
        get
        {
            double sum = 0;
            for (var k = Entries; k < Soft.Length; k++) sum += Soft[k];
            return sum;
        }
    }

    /// <summary>The entries with the largest shares, best first; ties go to the lower index.</summary>
    /// <param name="count">How many at most.</param>
    /// <param name="barred">Entries that cannot be the answer; null for none.</param>
    public int[] Best(int count, bool[]? barred = null)
    {
        Span<int> best = stackalloc int[Math.Min(count, Entries)];
        var filled = 0;
        for (var k = 0; k < Entries; k++)
        {
            if (barred is not null && barred[k]) continue;
            var at = filled;
            while (at > 0 && Shares[best[at - 1]] < Shares[k]) at--;
            if (at >= best.Length) continue;
            if (filled < best.Length) filled++;
            for (var i = filled - 1; i > at; i--) best[i] = best[i - 1];
            best[at] = k;
        }

        return best[..filled].ToArray();
    }
}
