using System.ComponentModel.DataAnnotations;

namespace Bot.Features.Maps;

/// <summary>Settings directly under <c>Bot</c> that concern pictures.</summary>
public sealed class MapOptions : IValidatableObject
{
    /// <summary>The address at which Teams reaches this service, such as <c>https://guide.example.nhs.uk</c>. Empty: pictures travel inside the card.</summary>
    public string PublicUrl { get; set; } = "";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (PublicUrl.Length == 0) yield break;
        if (!Uri.TryCreate(PublicUrl, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttps || url.Query.Length > 0 || url.Fragment.Length > 0)
            yield return new ValidationResult("Bot:PublicUrl must be empty or an address that begins with https://, such as https://guide.example.nhs.uk.");
    }
}
