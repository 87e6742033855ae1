namespace Answers.Ranking;

/// <summary>
/// Exponential and logarithm of single numbers from additions and multiplications only, so that every machine gets the same bits;
/// the ones of the platform's library differ in the last place.
/// </summary>
internal static class Exact
{
    private const double Ln2 = 0.693147180559945309417;

    public static double Exp(double x)
    {
        if (x < -700) return 0;
        if (x > 700) x = 700;
        var k = (long)Math.Floor((x / Ln2) + 0.5);
        var r = x - (k * Ln2);
        double term = 1, sum = 1;
        for (var i = 1; i <= 13; i++)
        {
            term = term * r / i;
            sum += term;
        }

        return sum * BitConverter.Int64BitsToDouble((k + 1023) << 52);
    }

    public static double Log(double x)
    {
        if (x <= 0) return -700;
        var bits = BitConverter.DoubleToInt64Bits(x);
        var k = (int)((bits >> 52) & 0x7FF) - 1023;
        var m = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFF) | (1023L << 52));
        if (m > 1.4142135623730951) { m /= 2; k++; }
        var s = (m - 1) / (m + 1);
        double square = s * s, power = s, sum = 0;
        for (var i = 1; i <= 21; i += 2)
        {
            sum += power / i;
            power *= square;
        }

        return (2 * sum) + (k * Ln2);
    }
}
