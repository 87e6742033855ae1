using System.Collections.Frozen;

namespace Answers.Text;

/// <summary>Characters that people or their keyboards put in place of plain Latin letters and quotes.</summary>
internal static class LookAlikes
{
    // Pairs: characters, and the plain letter they stand for.
    private static readonly (string From, string To)[] Table =
    [
        ("\u2018\u2019\u201B\u2032\u02BC\u00B4\uFF07", "'"),
        ("\u00E0\u00E1\u00E2\u00E3\u00E4\u00E5\u0101\u0430", "a"), ("\u00C0\u00C1\u00C2\u00C3\u00C4\u00C5\u0410\u0391", "A"),
        ("\u00E8\u00E9\u00EA\u00EB\u0435\u0117", "e"), ("\u00C8\u00C9\u00CA\u00CB\u0415\u0395", "E"),
        ("\u00EC\u00ED\u00EE\u00EF\u0456", "i"), ("\u00CC\u00CD\u00CE\u00CF\u0406\u0399", "I"),
        ("\u00F2\u00F3\u00F4\u00F5\u00F6\u00F8\u043E\u03BF", "o"), ("\u00D2\u00D3\u00D4\u00D5\u00D6\u00D8\u041E\u039F", "O"),
        ("\u00F9\u00FA\u00FB\u00FC", "u"), ("\u00D9\u00DA\u00DB\u00DC", "U"),
        ("\u00E7\u0441", "c"), ("\u00C7\u0421", "C"), ("\u00F1", "n"), ("\u00D1", "N"), ("\u0440", "p"), ("\u0420\u03A1", "P"),
        ("\u0455", "s"), ("\u0405", "S"), ("\u0422\u03A4", "T"), ("\u0445", "x"), ("\u0425", "X"), ("\u0443\u00FD\u00FF", "y"),
        ("\u041C\u039C", "M"), ("\u041D\u0397", "H"), ("\u0412\u0392", "B"), ("\u041A\u039A", "K"), ("\u00DF", "ss"),
        ("\u00E6", "ae"), ("\u0153", "oe"),
    ];

    private static readonly FrozenDictionary<int, string> Plain = Table
        .SelectMany(row => row.From.Select(c => KeyValuePair.Create((int)c, row.To)))
        .Concat(Enumerable.Range(0, 94).Select(i => KeyValuePair.Create(0xFF01 + i, ((char)(0x21 + i)).ToString())).Where(p => p.Value != "'"))
        .DistinctBy(pair => pair.Key)
        .ToFrozenDictionary();

    public static string? Latin(int codePoint) => Plain.GetValueOrDefault(codePoint);
}
