using System.Text;

namespace Bot.Tests.Fuzzing;

/// <summary>Values that have broken other programs.</summary>
internal static class Nasty
{
    private static readonly string[] Texts =
    [
        "", " ", "\0", "\u0001\u001f", "\u200b\u200d\ufeff", "\u202eabc\u202c", "e\u0301\u0301\u0301\u0301", "👩‍👩‍👧‍👦", "𝐈𝐂𝐒", "ｉｃｓ", "İıſK", "ﬃ", "\r\n\t", "null", "undefined",
        "NaN", "-1", "0", "1e309", "../../etc/passwd", ".", "..", "%00%2e%2f", "' or 1=1; --", "${7*7}{{7*7}}", "<script>alert(1)</script>", "<at>", "</at><at>", "[x](javascript:alert(1))",
        "**__~~`", "| a | b |", "S5 8XX", "943 476 5919", "01/02/1934", "someone@example.org", "07700 900123", "2016 2016 2016", "9999999999999999", "?", "what what what what", "¿",
        "28:aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee", "https://evil.example/", "http://127.0.0.1:1/", "file:///etc/passwd", "2026-03-02T09:15:42.1234567Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.9999999+14:00",
    ];

    private static readonly string[] Raws =
    [
        "null", "true", "false", "0", "-0", "-1", "1.5", "1e400", "-1e400", "1E-999", "9223372036854775808", "123456789012345678901234567890", "\"\"", "[]", "{}", "[null]", "{\"\":null}", "[[]]",
        // Half a character, as an escape.
        "\"\\ud800\"", "\"\\udc00 \\ud83d\"", "\"\\u0000\"", "{\"$ref\":\"#\"}", "{\"__proto__\":{}}",
    ];

    // Not JSON at all.
    private static readonly string[] Broken = ["NaN", "Infinity", "01", "+1", ".5", "'x'", "undefined", "\"\t\"", "{a:1}", "[1,]", "", "\"", "/*x*/1", "\\u0041"];

    public static string Text(Random dice) => dice.Next(20) switch
    {
        0 => new string('x', dice.Next(1, 2_000)),
        1 => string.Concat(Enumerable.Repeat(Texts[dice.Next(Texts.Length)], dice.Next(1, 200))),
        2 => Letters(dice, dice.Next(1, 60)),
        3 when dice.Next(20) == 0 => string.Concat(Enumerable.Repeat("what is an ics and ", dice.Next(1, 3_000))),
        _ => Texts[dice.Next(Texts.Length)],
    };

    public static JsonTree Value(Random dice) => dice.Next(30) switch
    {
        0 => Deep(dice.Next(2, 70), dice),
        1 when dice.Next(10) == 0 => Deep(dice.Next(70, 5_000), dice),
        2 => JsonTree.Array(Enumerable.Range(0, dice.Next(1, 300)).Select(_ => JsonTree.Value("{}"))),
        3 => JsonTree.Value(new string('9', dice.Next(1, 400))),
        4 when dice.Next(4) == 0 => JsonTree.Value(Broken[dice.Next(Broken.Length)]),
        < 15 => JsonTree.Text(Text(dice)),
        _ => JsonTree.Value(Raws[dice.Next(Raws.Length)]),
    };

    private static JsonTree Deep(int depth, Random dice)
    {
        var (open, close) = dice.Next(2) == 0 ? ("[", "]") : ("{\"a\":", "}");
        return JsonTree.Value(new StringBuilder().Insert(0, open, depth).Append('1').Insert(depth * open.Length + 1, close, depth).ToString());
    }

    private static string Letters(Random dice, int length)
    {
        var text = new StringBuilder();
        for (var i = 0; i < length; i++)
        {
            var c = dice.Next(1, 0x1_F9FF);
            text.Append(c is >= 0xD800 and <= 0xDFFF ? "\ufffd" : char.ConvertFromUtf32(c));
        }

        return text.ToString();
    }
}
