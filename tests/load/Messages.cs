using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Load;

/// <summary>Messages as Teams sends them: a question each, over 500 conversations, every one with its own id.</summary>
internal sealed class Messages(string[] questions, bool throughConnector, int connectorPort)
{
    private const int Conversations = 500;
    private readonly string _run = Guid.NewGuid().ToString("N")[..12];
    private int _made;

    public byte[] Next()
    {
        var number = Interlocked.Increment(ref _made);
        var who = (number % Conversations).ToString("D12", CultureInfo.InvariantCulture);
        var text = JsonSerializer.Serialize(questions[number % questions.Length]);
        var delivery = throughConnector ? "" : "\"deliveryMode\":\"expectReplies\",";
        return Encoding.UTF8.GetBytes($$$"""
            {"type":"message","id":"{{{_run}}}{{{number}}}","timestamp":"2026-03-02T09:15:42.1234567Z","channelId":"msteams",{{{delivery}}}
            "serviceUrl":"http://127.0.0.1:{{{connectorPort}}}/","text":{{{text}}},"textFormat":"plain","locale":"en-GB",
            "from":{"id":"29:load-person-with-a-long-id-as-teams-makes-them-{{{who}}}","name":"Load","aadObjectId":"00000000-0000-0000-0000-{{{who}}}"},
            "conversation":{"id":"a:load-conversation-with-a-long-id-as-teams-makes-them-{{{who}}}","conversationType":"personal","tenantId":"00000000-0000-0000-0000-000000000001"},
            "recipient":{"id":"28:load-guide","name":"Guide"},"entities":[{"type":"clientInfo","locale":"en-GB","country":"GB","platform":"Windows"}],
            "attachments":[{"contentType":"text/html","content":"<p>question</p>"}],"channelData":{"tenant":{"id":"00000000-0000-0000-0000-000000000001"} } }
            """);
    }
}
