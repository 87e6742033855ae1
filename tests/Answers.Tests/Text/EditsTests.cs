using Answers.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Answers.Tests.Text;

public sealed class EditsTests
{
    [Theory]
    [InlineData("plan", "plan", 0)]
    [InlineData("plan", "plans", 1)]
    [InlineData("plan", "lpan", 1)]
    [InlineData("plan", "plum", 2)]
    [InlineData("trust", "rtuts", 2)]
    [InlineData("", "abc", 3)]
    public void TheDistance_CountsEditsAndSwaps(string a, string b, int edits) => Assert.Equal(edits, Edits.Between(a, b, 3));

    [Fact]
    public void TheDistance_IsTheSameBothWays_AndStopsAtTheLimit() => Prop.ForAll(
        Gen.Elements('a', 'b', 'c').ListOf().Select(chars => string.Concat(chars.Take(45))).Two().ToArbitrary(),
        words => Edits.Between(words.Item1, words.Item2, 2) is var there
            && there == Edits.Between(words.Item2, words.Item1, 2)
            && there is >= 0 and <= 3
            && (there == 0) == (words.Item1 == words.Item2 && words.Item1.Length <= 40)).QuickCheckThrowOnFailure();
}
