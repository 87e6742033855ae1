namespace Bot.Tests.Knowledge.Recognising;

/// <summary>Makes one typing slip at any letter: one dropped, doubled or wrong, or two neighbours swapped.</summary>
internal sealed class Slips(int seed)
{
    private readonly Random _dice = new(seed);

    public string In(string name)
    {
        while (true)
        {
            var at = _dice.Next(name.Length);
            if (!char.IsAsciiLetter(name[at])) continue;
            var slipped = Make(name, at, _dice.Next(4));
            if (!slipped.Equals(name, StringComparison.OrdinalIgnoreCase)) return slipped;
        }
    }

    private string Make(string name, int at, int how)
    {
        var next = at + 1 < name.Length && char.IsAsciiLetter(name[at + 1]);
        return how switch
        {
            0 => name.Remove(at, 1),
            1 when next => name[..at] + name[at + 1] + name[at] + name[(at + 2)..],
            2 => name[..at] + Letter() + name[(at + 1)..],
            _ => name.Insert(at, name[at].ToString()),
        };
    }

    private char Letter() => (char)('a' + _dice.Next(26));
}
