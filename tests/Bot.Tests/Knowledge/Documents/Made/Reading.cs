using System.Text;
using Bot.Knowledge.Documents;

namespace Bot.Tests.Knowledge.Documents.Made;

internal static class Reading
{
    public static Task<ReadDocument> ReadAsync(string name, byte[] bytes) => DocumentReader.ReadAsync(name, bytes, TestContext.Current.CancellationToken);

    public static Task<ReadDocument> ReadAsync(string name, string text) => ReadAsync(name, Encoding.UTF8.GetBytes(text));

    /// <summary>The message of the refusal.</summary>
    public static async Task<string> RefusedAsync(string name, byte[] bytes) => (await Assert.ThrowsAsync<DocumentException>(() => ReadAsync(name, bytes))).Message;

    /// <summary>Heading and text of each passage.</summary>
    public static IEnumerable<(string, string)> Said(this ReadDocument read) => read.Passages.Select(passage => (passage.Heading, passage.Text));

    /// <summary>Question and answer of each pair.</summary>
    public static IEnumerable<(string, string)> Asked(this ReadDocument read) => read.Pairs.Select(pair => (pair.Questions[0], pair.Answer));

    /// <summary>What was left out, in order of its name, with how often.</summary>
    public static IEnumerable<string> Left(this ReadDocument read) => read.Dropped.OrderBy(dropped => dropped.What, StringComparer.Ordinal).Select(dropped => $"{dropped.What} {dropped.Times}");
}
