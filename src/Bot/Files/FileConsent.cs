using System.Text.Json;

namespace Bot.Files;

/// <summary>What a person answered to an offered file: the value of fileConsent/invoke.</summary>
/// <param name="IsAccepted">False: declined.</param>
/// <param name="OfferId">Which file.</param>
/// <param name="Upload">Where to put it; null where declined.</param>
public sealed record FileConsent(bool IsAccepted, string OfferId, UploadPlace? Upload)
{
    /// <returns>Null where the value is not as Teams sends it.</returns>
    public static FileConsent? Read(JsonElement? value)
    {
        if (value is not { ValueKind: JsonValueKind.Object } answer || Text(answer, "action") is not ("accept" or "decline") and not null) return null;
        if (!answer.TryGetProperty("context", out var context) || context.ValueKind != JsonValueKind.Object || Text(context, "offer") is not { } offer) return null;
        if (Text(answer, "action") == "decline") return new FileConsent(false, offer, null);
        return UploadPlace.Read(answer) is { } place && Text(answer, "action") == "accept" ? new FileConsent(true, offer, place) : null;
    }

    internal static string? Text(JsonElement holder, string name) =>
        holder.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 and < 8_000 } text ? text : null;
}

/// <summary>Where Teams wants a file and what it will be called there.</summary>
public sealed record UploadPlace(Uri UploadUrl, string ContentUrl, string Name, string UniqueId, string FileType)
{
    internal static UploadPlace? Read(JsonElement answer)
    {
        if (!answer.TryGetProperty("uploadInfo", out var info) || info.ValueKind != JsonValueKind.Object) return null;
        string? Text(string name) => FileConsent.Text(info, name);
        return Uri.TryCreate(Text("uploadUrl"), UriKind.Absolute, out var upload) && Text("contentUrl") is { } content
            && Text("name") is { } name && Text("uniqueId") is { } id && Text("fileType") is { } type
                ? new UploadPlace(upload, content, name, id, type) : null;
    }
}
