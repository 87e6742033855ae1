using System.ComponentModel.DataAnnotations;

namespace Bot.Experts;

/// <summary>Whom people are sent to when the guide does not know; settings under <c>Bot:Person</c>.</summary>
public sealed class Person
{
    /// <summary>Whom to ask, as it reads after "Ask".</summary>
    [Required, MaxLength(200)]
    public string Text { get; set; } = "your trust secretary, or the governance team of your integrated care board";

    /// <summary>A page or mail address to open; none by default.</summary>
    [Url]
    public string? Link { get; set; }

    public string Sentence => $"Ask {Text}.";

    /// <summary>As part of a sentence.</summary>
    public string Clause => $"ask {Text}";
}
