using Answers.Text;

namespace Answers.Understanding;

/// <summary>A text's words as typed, with what finding names in them needs.</summary>
internal sealed class Wording
{
    private readonly bool[] _known;

    public Wording(List<Token> tokens, Func<string, bool> isKnown)
    {
        Tokens = tokens;
        Run = new WordRun(tokens.ConvertAll(t => t.Word));
        Letters = new Letters(Run.Words);
        _known = new bool[tokens.Count];
        for (var i = 0; i < _known.Length; i++) _known[i] = isKnown(Run.Words[i]);
    }

    public List<Token> Tokens { get; }

    public WordRun Run { get; }

    public Letters Letters { get; }

    public int Count => Run.Count;

    public string this[int at] => Run.Words[at];

    public bool IsKnown(int at, int length) => !_known.AsSpan(at, length).Contains(false);

    /// <summary>Letters and digits of some words.</summary>
    public ReadOnlySpan<char> Joined(int at, int length) => Letters.Piece(Letters.Start(at), Letters.Start(at + length));

    /// <summary>As somebody typed it, in lower case.</summary>
    public string Text(int at, int length) => string.Join(' ', Run.Words.Skip(at).Take(length));
}
