using System.Text.Json;

namespace Bot.Activities.Callers;

/// <summary>Fetches an issuer's metadata, and the keys that it points to.</summary>
internal sealed class KeyFetch(IHttpClientFactory clients)
{
    /// <summary>Names the client in the factory.</summary>
    public const string Client = "keys";

    /// <returns>The keys, or in words why there are none.</returns>
    public async Task<(KeySet? Keys, string? Problem)> FetchAsync(Uri metadata)
    {
        using var client = clients.CreateClient(Client);
        var at = metadata;
        try
        {
            using var document = JsonDocument.Parse(await client.GetStringAsync(metadata));
            if (KeysAddress(document.RootElement) is not { } keysAddress)
                return (null, $"The answer of {metadata} names no https address of keys (jwks_uri).");
            at = keysAddress;
            var keys = KeySet.Parse(await client.GetStringAsync(keysAddress));
            return keys.Count > 0 ? (keys, null) : (null, $"{keysAddress} holds no RSA key for signatures.");
        }
        catch (HttpRequestException e)
        {
            var reason = e.StatusCode is { } status ? $"status {(int)status}" : e.HttpRequestError.ToString();
            return (null, $"{at} could not be fetched ({reason}). Allow HTTPS from this machine to {at.Host}.");
        }
        catch (OperationCanceledException)
        {
            return (null, $"{at} did not answer in time. Allow HTTPS from this machine to {at.Host}.");
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return (null, $"The answer of {at} is not what was expected ({e.GetType().Name}). A proxy may have written it.");
        }
    }

    private static Uri? KeysAddress(JsonElement metadata) =>
        metadata.ValueKind == JsonValueKind.Object
        && metadata.TryGetProperty("jwks_uri", out var found)
        && found.ValueKind == JsonValueKind.String
        && Uri.TryCreate(found.GetString(), UriKind.Absolute, out var address)
        && address.Scheme == Uri.UriSchemeHttps
            ? address
            : null;
}
