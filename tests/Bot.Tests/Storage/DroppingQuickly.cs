using System.Diagnostics;
using Bot.Storage;

namespace Bot.Tests.Storage;

[Collection(Alone.Name)]
public sealed class DroppingQuickly
{
    [Theory]
    [InlineData("a")]
    [InlineData("1")]
    [InlineData("0")]
    [InlineData("@")]
    [InlineData("a@")]
    [InlineData("a@b.")]
    [InlineData("+44")]
    [InlineData("0 ")]
    [InlineData("07 ")]
    [InlineData("1/")]
    [InlineData("01/01/16/")]
    [InlineData("01/01/1954 ")]
    [InlineData("1 march ")]
    [InlineData("born ")]
    [InlineData("born 1/1/16 ")]
    [InlineData("943 476 591 ")]
    [InlineData("111 222 ")]
    [InlineData("９")]
    [InlineData("\u200B")]
    [InlineData("e\u0301 1\u20E3 ")]
    [InlineData("\ud800")]
    [InlineData("What is an ICS and who are the partners in Dorset since 1 July 2022? ")]
    public void From100KBOfAnything_IsQuick(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 100_000 / part.Length));
        var best = TimeSpan.MaxValue;

        // The best of some: the machine may be busy with other work.
        for (var i = 0; i < 40 && best > TimeSpan.FromMilliseconds(50); i++)
        {
            var watch = Stopwatch.StartNew();
            PersonalDetails.Drop(text);
            best = watch.Elapsed < best ? watch.Elapsed : best;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{best.TotalMilliseconds:0.0} ms");
        Assert.True(best < TimeSpan.FromMilliseconds(50), $"{best.TotalMilliseconds:0} ms");
    }
}
