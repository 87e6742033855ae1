using Answers.Index;

namespace Answers.Ranking;

/// <summary>The members and the two feature spaces they read; ranks the classes for a text.</summary>
internal sealed class Ensemble
{
    private readonly FeatureSpace _words, _characters;
    private readonly Member[] _members;

    public Ensemble(FeatureSpace words, FeatureSpace characters, Member[] members, ClassCount classes) =>
        (_words, _characters, _members, Classes) = (words, characters, members, classes);

    public ClassCount Classes { get; }

    /// <summary>Features of a view, the bias included.</summary>
    public int Features(bool characters) => Space(characters).Count;

    public FeatureSpace Space(bool characters) => characters ? _characters : _words;

    public Example Weigh(RawPair raw) => new(_words.Weigh(raw.Words), _characters.Weigh(raw.Characters), Example.None);

    /// <returns>Valid until the same thread ranks again.</returns>
    public Ranking Rank(Example text)
    {
        var ranking = Ranking.Rent(Classes, _members.Length);
        for (var m = 0; m < _members.Length; m++)
        {
            var member = _members[m];
            member.Score(text.In(member.Characters), ranking.Scores[m]);
            ranking.Blend(m, member.Temperature);
        }

        return ranking;
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
            to.Write(member is Linear);
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
            bool linear = from.ReadBoolean(), chars = from.ReadBoolean();
            members[m] = linear ? Linear.Read(chars, from) : Perceptron.Read(chars, from);
        }

        return new Ensemble(words, characters, members, classes);
    }
}

/// <summary>Entries come first, then kinds of strangers.</summary>
internal readonly record struct ClassCount(int Entries, int Strangers)
{
    public int All => Entries + Strangers;
}
