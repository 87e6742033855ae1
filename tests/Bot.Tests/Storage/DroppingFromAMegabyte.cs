using Bot.Storage;

namespace Bot.Tests.Storage;

/// <summary>The time grows with the size; where it grew with its square, a megabyte would take a quarter of an hour.</summary>
public sealed class DroppingFromAMegabyte
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

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
    public async Task OfAnything_Ends(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 1_000_000 / part.Length));

        var dropped = await Task.Run(() => PersonalDetails.Drop(text), Ct).WaitAsync(TimeSpan.FromMinutes(1), Ct);

        Assert.Equal(dropped, PersonalDetails.Drop(dropped.Text) with { Found = dropped.Found });
    }
}
