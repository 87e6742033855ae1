using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace Bot.Tests.Fakes;

/// <summary>A token in pieces, so that a test can bend any of them before or after it is signed.</summary>
public sealed class FakeToken(JsonObject header, JsonObject payload, FakeKey key)
{
    public JsonObject Header { get; } = header;

    public JsonObject Payload { get; } = payload;

    public Func<string, byte[]> Sign { get; set; } = key.Sign;

    public string Encoded => Join(Part(Header), Part(Payload));

    public static string Part(JsonNode json) => Base64UrlEncoder.Encode(json.ToJsonString());

    public string Join(string header, string payload) => $"{header}.{payload}.{Base64UrlEncoder.Encode(Sign($"{header}.{payload}"))}";

    public FakeToken With(string claim, JsonNode? value)
    {
        Payload[claim] = value;
        return this;
    }

    public FakeToken Without(string claim)
    {
        Payload.Remove(claim);
        return this;
    }

    public FakeToken WithHeader(string name, JsonNode? value)
    {
        Header[name] = value;
        return this;
    }
}
