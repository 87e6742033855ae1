using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Tests.Fakes;

namespace Bot.Tests.Activities;

public sealed class PostingAnActivity : IAsyncLifetime
{
    private BotOnKestrel _bot = null!;

    public async ValueTask InitializeAsync() => _bot = await BotOnKestrel.StartAsync();

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public async Task Calling_WithAnotherMethod_Gives405AndSaysPost(string method)
    {
        using var response = await _bot.Client.SendAsync(new(new(method), "/api/messages"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["POST"], response.Content.Headers.Allow);
    }

    [Fact]
    public async Task Posting_ABodyOver1MB_Gives413()
    {
        await RefusedAsync(await _bot.PostAsync(Filled(1_048_577)), 413, "BodyTooLarge");
    }

    [Fact]
    public async Task Posting_ABodyOver1MBWithoutALength_Gives413()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new ChunkedContent(Filled(1_200_000)) };

        await RefusedAsync(await _bot.Client.SendAsync(request, TestContext.Current.CancellationToken), 413, "BodyTooLarge");
    }

    [Fact]
    public async Task Posting_ABodyOfExactly1MB_IsAnswered()
    {
        using var response = await _bot.PostAsync(Filled(1_048_576));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("type=message")]
    [InlineData("{\"type\":\"message\"} and more")]
    [InlineData("{\"type\":\"message\",}")]
    [InlineData("{'type':'message'}")]
    [InlineData("[1,")]
    public async Task Posting_WhatIsNotJson_Gives400(string body)
    {
        await RefusedAsync(await _bot.PostAsync(body), 400, "NotJson");
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("[{\"type\":\"message\"}]")]
    [InlineData("7")]
    [InlineData("\"message\"")]
    public async Task Posting_JsonThatIsNoObject_Gives400(string body)
    {
        await RefusedAsync(await _bot.PostAsync(body), 400, "NotAnObject");
    }

    [Fact]
    public async Task Posting_JsonNestedTooDeep_Gives400()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 5_000)) + string.Concat(Enumerable.Repeat("]", 5_000));

        using var response = await _bot.PostAsync($$"""{"type":"message","value":{{deep}}}""");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("type", null)]
    [InlineData("type", "")]
    [InlineData("conversation", null)]
    [InlineData("conversation.id", null)]
    [InlineData("conversation.id", "")]
    [InlineData("from", null)]
    [InlineData("from.id", null)]
    [InlineData("from.id", "")]
    public async Task Posting_WithoutANeededField_Gives400AndNamesIt(string field, string? value)
    {
        var activity = _bot.Asking("hello");
        Set(activity, field, value);

        var message = await RefusedAsync(await _bot.PostAsync(activity), 400, "MissingField");

        Assert.Contains(field, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("type", "5")]
    [InlineData("text", "5")]
    [InlineData("text", "{}")]
    [InlineData("from", "\"29:me\"")]
    [InlineData("from.id", "29")]
    [InlineData("conversation", "[]")]
    [InlineData("conversation.id", "{}")]
    [InlineData("conversation.isGroup", "\"yes\"")]
    [InlineData("timestamp", "\"yesterday\"")]
    [InlineData("entities", "{}")]
    [InlineData("entities", "[null]")]
    [InlineData("entities", "[{\"type\":5}]")]
    [InlineData("attachments", "\"none\"")]
    [InlineData("membersAdded", "[null]")]
    [InlineData("reactionsAdded", "[7]")]
    [InlineData("serviceUrl", "false")]
    public async Task Posting_AWrongJsonType_Gives400AndNamesTheField(string field, string value)
    {
        var activity = _bot.Asking("hello");
        Set(activity, field, JsonNode.Parse(value));

        var message = await RefusedAsync(await _bot.PostAsync(activity), 400, "WrongType");

        Assert.Contains(field, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id")]
    [InlineData("replyToId")]
    [InlineData("from.id")]
    [InlineData("recipient.id")]
    [InlineData("conversation.id")]
    public async Task Posting_AnIdOver1000Characters_Gives400(string field)
    {
        var activity = _bot.Asking("hello");
        Set(activity, field, new string('i', 1_001));

        await RefusedAsync(await _bot.PostAsync(activity), 400, "IdTooLong");
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    public async Task Posting_AnIdThatWouldClimbAnAddress_Gives400(string id)
    {
        var activity = _bot.Asking("hello");
        Set(activity, "conversation.id", id);

        await RefusedAsync(await _bot.PostAsync(activity), 400, "IdNotAllowed");
    }

    [Fact]
    public async Task Posting_IdsOf1000OddCharacters_IsAnswered()
    {
        var activity = _bot.Asking("hello");
        Set(activity, "conversation.id", string.Concat(Enumerable.Repeat("ü/;?%\n #", 125)));
        Set(activity, "id", new string('7', 1_000));

        using var response = await _bot.PostAsync(activity);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("\\ud83d")]
    [InlineData("\\udc00")]
    [InlineData("\\ud83d\\ud83d")]
    [InlineData("\\uD83Dx")]
    public async Task Posting_HalfACharacter_Gives400(string text)
    {
        var body = _bot.Asking("TEXT").ToJsonString().Replace("TEXT", text, StringComparison.Ordinal);

        await RefusedAsync(await _bot.PostAsync(body), 400, "BrokenCharacter");
    }

    [Theory]
    [InlineData("\\ud83d\\ude00", "😀")]
    [InlineData("\\\\ud83d", "\\ud83d")]
    [InlineData("tab\\tand \\u00e9", "tab\tand é")]
    public async Task Posting_EscapedText_IsReadAsMeant(string text, string meant)
    {
        var body = _bot.Asking("TEXT").ToJsonString().Replace("TEXT", text, StringComparison.Ordinal);

        using var response = await _bot.PostAsync(body);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(meant, Assert.Single(_bot.Feature.Turns).Text);
    }

    [Fact]
    public async Task Posting_WhatIsNotUtf8_Gives400()
    {
        await RefusedAsync(await _bot.PostAsync(Encoding.Unicode.GetBytes(_bot.Asking("hello").ToJsonString())), 400, "NotJson");
        await RefusedAsync(await _bot.PostAsync(Encoding.Latin1.GetBytes("{\"type\":\"message\",\"text\":\"café\"}")), 400, "NotUtf8");
    }

    [Fact]
    public async Task Posting_WithAByteOrderMarkAndPascalCaseNames_IsAnswered()
    {
        var body = """
            {"Type":"message","Id":"1","Text":"hello","DeliveryMode":"expectReplies","From":{"Id":"u"},"Conversation":{"Id":"c"},"Recipient":{"Id":"b"}}
            """;

        using var response = await _bot.PostAsync([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(body)]);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("hello", Assert.Single(_bot.Feature.Turns).Text);
    }

    [Theory]
    [InlineData("""{"type":"somethingNew"}""")]
    [InlineData("""{"type":"typing","from":{"id":"u"},"conversation":{"id":"c"}}""")]
    [InlineData("""{"type":"Message","from":{"id":"u"},"conversation":{"id":"c"},"text":"types are compared by case"}""")]
    public async Task Posting_ATypeWeDoNotKnow_Gives200AndNothingHappens(string body)
    {
        using var response = await _bot.PostAsync(body);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(_bot.Feature.Turns);
        Assert.Empty(_bot.Connector.Calls);
    }

    [Fact]
    public async Task Posting_FieldsWeDoNotKnow_KeepsThem()
    {
        var activity = _bot.Asking("hello");
        activity["brandNew"] = new JsonObject { ["deep"] = 7 };

        await _bot.PostForJsonAsync(activity);

        var turn = Assert.Single(_bot.Feature.Turns);
        Assert.Equal(7, turn.Activity.Unknown!["brandNew"].GetProperty("deep").GetInt32());
        Assert.Equal("GB", turn.Activity.Entities![0].Unknown!["country"].GetString());
        Assert.Equal("message", turn.Activity.ChannelData!.Value.GetProperty("source").GetProperty("name").GetString());
    }

    [Fact]
    public async Task Posting_DamagedRecordings_NeverGivesAServerError()
    {
        var random = new Random(20261122);
        foreach (var name in RecordedActivity.Names())
        {
            var whole = Encoding.UTF8.GetBytes(_bot.Recorded(name).ToJsonString());
            for (var i = 0; i < 40; i++)
            {
                using var response = await _bot.PostAsync(Damage(whole, random));
                Assert.True((int)response.StatusCode is < 500 or 501, $"{name} gave {response.StatusCode}");
            }
        }
    }

    private static byte[] Damage(byte[] whole, Random random)
    {
        var bytes = whole.ToArray();
        var at = random.Next(bytes.Length);
        switch (random.Next(4))
        {
            case 0:
                return bytes[..at];
            case 1:
                bytes[at] = (byte)random.Next(256);
                return bytes;
            case 2:
                var length = random.Next(1, 30);
                return [.. bytes[..at], .. bytes[Math.Min(at + length, bytes.Length)..]];
            default:
                ReadOnlySpan<byte> marks = "{}[]\",:0n\\"u8;
                bytes[at] = marks[random.Next(marks.Length)];
                return bytes;
        }
    }

    private byte[] Filled(int length)
    {
        var shell = _bot.Asking("").ToJsonString();
        var text = new string('a', length - Encoding.UTF8.GetByteCount(shell));
        return Encoding.UTF8.GetBytes(shell.Replace("\"text\":\"\"", $"\"text\":\"{text}\"", StringComparison.Ordinal));
    }

    private static void Set(JsonObject activity, string field, JsonNode? value)
    {
        var dot = field.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
            activity[field] = value;
        else
            activity[field[..dot]]![field[(dot + 1)..]] = value;
    }

    private static async Task<string> RefusedAsync(HttpResponseMessage response, int status, string code)
    {
        using (response)
        {
            Assert.Equal(status, (int)response.StatusCode);
            Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
            var error = JsonElement.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).GetProperty("error");
            Assert.Equal(code, error.GetProperty("code").GetString());
            return error.GetProperty("message").GetString()!;
        }
    }

    private sealed class ChunkedContent(byte[] bytes) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            foreach (var chunk in bytes.Chunk(10_000))
                await stream.WriteAsync(chunk);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
