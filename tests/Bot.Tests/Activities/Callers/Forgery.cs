using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Tests.Fakes;
using Microsoft.IdentityModel.Tokens;

namespace Bot.Tests.Activities.Callers;

/// <summary>One way to try to get in.</summary>
/// <param name="Step">Where it has to end.</param>
/// <param name="Headers">The Authorization headers.</param>
/// <param name="Change">What is done to the activity.</param>
public sealed record Forgery(string Step, Func<FakeIdentity, string[]> Headers, Action<JsonObject>? Change = null)
{
    private const string Stranger = "12345678-aaaa-bbbb-cccc-1234567890ab";

    private static readonly FakeKey Unknown = new("key-unknown", "msteams");

    public static IReadOnlyDictionary<string, Forgery> All { get; } = new Dictionary<string, Forgery>
    {
        ["no header"] = new("NoHeader", _ => []),
        ["empty header"] = new("Header", _ => [""]),
        ["scheme alone"] = new("Header", _ => ["Bearer"]),
        ["token alone"] = new("Header", id => [id.Channel().Encoded]),
        ["other scheme"] = new("Header", id => ["Basic " + id.Channel().Encoded]),
        ["lower-case scheme"] = new("Header", id => ["bearer " + id.Channel().Encoded]),
        ["upper-case scheme"] = new("Header", id => ["BEARER " + id.Channel().Encoded]),
        ["two spaces"] = new("Header", id => ["Bearer  " + id.Channel().Encoded]),
        ["tab for space"] = new("Header", id => ["Bearer\t" + id.Channel().Encoded]),
        ["a third word"] = new("Header", id => [$"Bearer {id.Channel().Encoded} x"]),
        ["two headers"] = new("Header", id => ["Bearer " + id.Channel().Encoded, "Bearer " + id.Channel().Encoded]),
        ["two in one header"] = new("Header", id => [$"Bearer {id.Channel().Encoded}, Bearer {id.Channel().Encoded}"]),

        ["two parts"] = new("Form", _ => ["Bearer abc.def"]),
        ["encrypted, five parts"] = new("Form", _ => ["Bearer a.b.c.d.e"]),
        ["random text"] = new("Form", _ => ["Bearer abc.def.ghi"]),
        ["empty parts"] = new("Form", _ => ["Bearer .."]),
        ["header is no JSON"] = new("Form", id => ["Bearer " + id.Channel().Join(Base64UrlEncoder.Encode("{"), FakeToken.Part(id.Channel().Payload))]),
        ["payload is no JSON"] = new("Form", id => ["Bearer " + id.Channel().Join(FakeToken.Part(id.Channel().Header), Base64UrlEncoder.Encode("hello"))]),
        ["payload is a list"] = new("Form", id => ["Bearer " + id.Channel().Join(FakeToken.Part(id.Channel().Header), Base64UrlEncoder.Encode("[1]"))]),
        ["deep payload"] = new("Form", id => ["Bearer " + id.Channel().Join(FakeToken.Part(id.Channel().Header), Base64UrlEncoder.Encode("{\"a\":" + new string('[', 500) + new string(']', 500) + "}"))]),
        ["huge token"] = new("Form", id => Bent(id, t => t.With("padding", new string('x', 14_000)))),
        ["token inside a token"] = new("Form", id => Bent(id, t => t.WithHeader("cty", "JWT"))),
        ["extension that must be understood"] = new("Form", id => Bent(id, t => t.WithHeader("crit", new JsonArray("x")).WithHeader("x", 1))),

        ["other issuer"] = new("Issuer", id => Bent(id, t => t.With("iss", "https://api.botframework.example"))),
        ["no issuer"] = new("Issuer", id => Bent(id, t => t.Without("iss"))),
        ["issuer with a slash"] = new("Issuer", id => Bent(id, t => t.With("iss", "https://api.botframework.com/"))),
        ["issuer in capitals"] = new("Issuer", id => Bent(id, t => t.With("iss", "HTTPS://api.botframework.com"))),
        ["issuer of the other cloud"] = new("Issuer", id => Bent(id, t => t.With("iss", "https://api.botframework.us"))),
        ["issuer is a list"] = new("Form", id => Bent(id, t => t.With("iss", new JsonArray("https://api.botframework.com")))),
        ["Entra's token"] = new("Issuer", id => ["Bearer " + id.Entra(FakeIdentity.Tenant, v2: true).Encoded]),
        ["Entra's token of its own tenant"] = new("Issuer", id => ["Bearer " + id.Entra(Stranger, v2: false).Encoded]),
        ["Entra's token of the emulator"] = new("Issuer", id => ["Bearer " + id.Entra("d6d49420-f39b-4df7-a1dc-d59a935871db", v2: false).Encoded]),

        ["unknown key"] = new("UnknownKey", id => ["Bearer " + id.Channel(Unknown).Encoded]),
        ["no key id"] = new("UnknownKey", id => Bent(id, t => t.WithHeader("kid", null))),
        ["empty key id"] = new("UnknownKey", id => Bent(id, t => t.WithHeader("kid", ""))),
        ["key id that is a path"] = new("UnknownKey", id => Bent(id, t => t.WithHeader("kid", "../key-1"))),
        ["known key under an unknown id"] = new("UnknownKey", id => Bent(id, t => t.WithHeader("kid", "key-9"))),

        ["no algorithm"] = new("Algorithm", id => Bent(id, t => { t.Header.Remove("alg"); return t; })),
        ["alg none"] = new("Algorithm", id => Unsigned(id, "none")),
        ["alg NONE"] = new("Algorithm", id => Unsigned(id, "NONE")),
        ["alg none, signed all the same"] = new("Algorithm", id => Bent(id, t => t.WithHeader("alg", "none"))),
        ["HS256 with the public key"] = new("Algorithm", id => WithSecret(id, FakeIdentity.First.Rsa.ExportSubjectPublicKeyInfo())),
        ["HS256 with the key as text"] = new("Algorithm", id => WithSecret(id, Encoding.ASCII.GetBytes(FakeIdentity.First.Rsa.ExportSubjectPublicKeyInfoPem()))),
        ["RS384"] = new("Algorithm", id => Hashed(id, "RS384", HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1)),
        ["RS512"] = new("Algorithm", id => Hashed(id, "RS512", HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1)),
        ["PS256"] = new("Algorithm", id => Hashed(id, "PS256", HashAlgorithmName.SHA256, RSASignaturePadding.Pss)),
        ["rs256 in small letters"] = new("Algorithm", id => Bent(id, t => t.WithHeader("alg", "rs256"))),

        ["key of a stranger under our id"] = new("Signature", id => ["Bearer " + id.Channel(FakeIdentity.Strange).Encoded]),
        ["id of another key"] = new("Signature", id => Bent(id, t => t.WithHeader("kid", FakeIdentity.Unendorsed.Kid))),
        ["payload changed afterwards"] = new("Signature", id => Swapped(id, t => t.With("serviceurl", "https://evil.example/"))),
        ["header changed afterwards"] = new("Signature", id => Swapped(id, t => t.WithHeader("x", 1))),
        ["no signature"] = new("Signature", id => Unsigned(id, "RS256")),
        ["half a signature"] = new("Signature", id => [("Bearer " + id.Channel().Encoded)[..^100]]),
        ["brings its own key"] = new("Signature", id => ["Bearer " + id.Channel(FakeIdentity.Strange).WithHeader("jwk", FakeIdentity.Strange.Published).Encoded]),
        ["names its own key list"] = new("Signature", id => ["Bearer " + id.Channel(FakeIdentity.Strange).WithHeader("jku", "https://evil.example/keys").Encoded]),
        ["signed as RS384, called RS256"] = new("Signature", id => Hashed(id, "RS256", HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1)),

        ["not valid yet"] = new("NotYetValid", id => Bent(id, t => t.With("nbf", id.Now(301)))),
        ["expired"] = new("Expired", id => Bent(id, t => t.With("exp", id.Now(-300)))),
        ["without an end"] = new("Expired", id => Bent(id, t => t.Without("exp"))),
        ["ended before time began"] = new("Expired", id => Bent(id, t => t.With("exp", -5))),

        ["for another bot"] = new("Audience", id => Bent(id, t => t.With("aud", Stranger))),
        ["for no bot"] = new("Audience", id => Bent(id, t => t.Without("aud"))),
        ["for two bots"] = new("Audience", id => Bent(id, t => t.With("aud", new JsonArray(FakeIdentity.AppId, Stranger)))),
        ["for our address"] = new("Audience", id => Bent(id, t => t.With("aud", "api://" + FakeIdentity.AppId))),
        ["for us in capitals"] = new("Audience", id => Bent(id, t => t.With("aud", FakeIdentity.AppId.ToUpperInvariant()))),

        ["empty channel"] = new("ChannelId", Good, a => a["channelId"] = ""),
        ["no channel"] = new("ChannelId", Good, a => a.Remove("channelId")),
        ["other channel"] = new("Endorsement", Good, a => a["channelId"] = "webchat"),
        ["channel in capitals"] = new("Endorsement", Good, a => a["channelId"] = "MSTeams"),
        ["key without endorsements"] = new("Endorsement", id => ["Bearer " + id.Channel(FakeIdentity.Unendorsed).Encoded]),

        ["no address claimed"] = new("ServiceUrlClaim", id => Bent(id, t => t.Without("serviceurl"))),
        ["empty address claimed"] = new("ServiceUrlClaim", id => Bent(id, t => t.With("serviceurl", "")), a => a["serviceUrl"] = ""),
        ["other address"] = new("ServiceUrl", Good, a => a["serviceUrl"] = "https://evil.example/uk/"),
        ["no address"] = new("ServiceUrl", Good, a => a.Remove("serviceUrl")),
        ["address without its slash"] = new("ServiceUrl", Good, a => a["serviceUrl"] = FakeIdentity.ServiceUrl.TrimEnd('/')),
        ["address without encryption"] = new("ServiceUrl", id => Bent(id, t => t.With("serviceurl", "http://smba.example/")), a => a["serviceUrl"] = "http://smba.example/"),
        ["address with a name in it"] = new("ServiceUrl", id => Bent(id, t => t.With("serviceurl", "https://a@smba.example/")), a => a["serviceUrl"] = "https://a@smba.example/"),

        ["other tenant"] = new("Tenant", Good, a => a["conversation"]!["tenantId"] = Stranger),
        ["other tenant in the channel's data"] = new("Tenant", Good, a =>
        {
            a["conversation"]!.AsObject().Remove("tenantId");
            a["channelData"]!["tenant"]!["id"] = Stranger;
        }),
        ["no tenant"] = new("Tenant", Good, a =>
        {
            a["conversation"]!.AsObject().Remove("tenantId");
            a["channelData"] = new JsonObject { ["tenant"] = new JsonArray() };
        }),
    };

    private static string[] Good(FakeIdentity id) => ["Bearer " + id.Channel().Encoded];

    private static string[] Bent(FakeIdentity id, Func<FakeToken, FakeToken> bend) => ["Bearer " + bend(id.Channel()).Encoded];

    private static string[] Unsigned(FakeIdentity id, string algorithm) => Bent(id, token =>
    {
        token.Sign = _ => [];
        return token.WithHeader("alg", algorithm);
    });

    private static string[] WithSecret(FakeIdentity id, byte[] secret) => Bent(id, token =>
    {
        token.Sign = text => HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(text));
        return token.WithHeader("alg", "HS256");
    });

    private static string[] Hashed(FakeIdentity id, string name, HashAlgorithmName hash, RSASignaturePadding padding) => Bent(id, token =>
    {
        token.Sign = text => FakeIdentity.First.Rsa.SignData(Encoding.UTF8.GetBytes(text), hash, padding);
        return token.WithHeader("alg", name);
    });

    // The signature of the good token under the changed one.
    private static string[] Swapped(FakeIdentity id, Func<FakeToken, FakeToken> change)
    {
        var good = id.Channel().Encoded;
        var changed = change(id.Channel());
        return [$"Bearer {FakeToken.Part(changed.Header)}.{FakeToken.Part(changed.Payload)}{good[good.LastIndexOf('.')..]}"];
    }
}
