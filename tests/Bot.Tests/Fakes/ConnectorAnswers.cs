using System.Text.RegularExpressions;

namespace Bot.Tests.Fakes;

/// <summary>What a connector answers when all is well, for each of its operations.</summary>
internal static partial class ConnectorAnswers
{
    private const string Member = """{"id":"29:a","name":"Ann Example","objectId":"0b5a","email":"ann@example.nhs.uk","userPrincipalName":"ann@example.nhs.uk","userRole":"user","tenantId":"t-1"}""";

    public static (int Status, string Body) To(string method, string target, Func<string> newId) => (method, Path().Match(target).Value) switch
    {
        ("POST", "/v3/conversations") => (201, $$"""{"id":"a:{{newId()}}"}"""),
        ("GET", var path) when path.Contains("/pagedmembers", StringComparison.Ordinal) => (200, """{"members":[""" + Member + "]}"),
        ("GET", var path) when path.Contains("/members/", StringComparison.Ordinal) => (200, Member),
        ("GET", var path) when path.Contains("/participants/", StringComparison.Ordinal) => (200, """{"conversation":{"id":"19:m"},"meeting":{"role":"Attendee","inMeeting":true},"user":""" + Member + "}"),
        ("GET", var path) when path.Contains("/v1/meetings/", StringComparison.Ordinal) => (200, """{"details":{"id":"m","title":"A meeting"},"conversation":{"id":"19:m"},"organizer":{"id":"29:o"}}"""),
        ("GET", var path) when path.EndsWith("/conversations", StringComparison.Ordinal) => (200, """{"conversations":[{"id":"19:t"},{"id":"19:u","name":"Papers"}]}"""),
        ("GET", var path) when path.Contains("/v3/teams/", StringComparison.Ordinal) => (200, """{"id":"19:t","name":"A team","aadGroupId":"g","channelCount":2,"memberCount":3}"""),
        ("GET", _) => (404, """{"error":{"code":"NotFound","message":"No such thing."}}"""),
        ("DELETE", _) or ("PUT", _) when target.Contains("/reactions/", StringComparison.Ordinal) => (200, ""),
        ("DELETE", _) => (200, ""),
        _ => (201, $$"""{"id":"{{newId()}}"}"""),
    };

    [GeneratedRegex("/v[13]/[^?]*")]
    private static partial Regex Path();
}
