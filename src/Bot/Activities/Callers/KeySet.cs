using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace Bot.Activities.Callers;

/// <summary>The keys that were published together, by their ids. Never changed, only replaced.</summary>
internal sealed class KeySet
{
    private readonly FrozenDictionary<string, SigningKey> _keys;

    private KeySet(Dictionary<string, SigningKey> keys) => _keys = keys.ToFrozenDictionary(StringComparer.Ordinal);

    public int Count => _keys.Count;

    public SigningKey? Find(string kid) => _keys.GetValueOrDefault(kid);

    public int CountEndorsing(string channelId) => _keys.Values.Count(key => key.Endorses(channelId));

    /// <exception cref="ArgumentException">It is no key set.</exception>
    public static KeySet Parse(string json)
    {
        var keys = new Dictionary<string, SigningKey>(StringComparer.Ordinal);
        foreach (var key in new JsonWebKeySet(json).Keys.Where(ForSignatures))
        {
            if (JsonWebKeyConverter.TryConvertToSecurityKey(key, out var converted) && converted is RsaSecurityKey rsa)
                keys.TryAdd(key.Kid, new SigningKey(rsa, EndorsementsOf(key)));
        }

        return new(keys);
    }

    private static bool ForSignatures(JsonWebKey key) =>
        key is { Kty: JsonWebAlgorithmsKeyTypes.RSA, Kid.Length: > 0, N.Length: > 0, E.Length: > 0, Use: null or "" or "sig" };

    private static FrozenSet<string> EndorsementsOf(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var found) && found is JsonElement { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Where(entry => entry.ValueKind == JsonValueKind.String).Select(entry => entry.GetString()!).ToFrozenSet(StringComparer.Ordinal)
            : FrozenSet<string>.Empty;
}
