using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace Bot.Tests.Fakes;

/// <summary>A signing key as an identity server has it: private here, public in its list.</summary>
public sealed class FakeKey(string kid, params string[] endorsements)
{
    public string Kid { get; } = kid;

    public RSA Rsa { get; } = RSA.Create(2048);

    public JsonObject Published
    {
        get
        {
            var numbers = Rsa.ExportParameters(includePrivateParameters: false);
            var key = new JsonObject
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["kid"] = Kid,
                ["n"] = Base64UrlEncoder.Encode(numbers.Modulus),
                ["e"] = Base64UrlEncoder.Encode(numbers.Exponent),
            };
            if (endorsements.Length > 0)
                key["endorsements"] = new JsonArray([.. endorsements.Select(e => JsonValue.Create(e))]);
            return key;
        }
    }

    public byte[] Sign(string text) => Rsa.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
}
