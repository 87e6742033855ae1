using System.ComponentModel.DataAnnotations;

namespace Bot.Trusts;

/// <summary>Settings under <c>Bot:Trusts</c>.</summary>
public sealed class TrustOptions : IValidatableObject
{
    /// <summary>Email domains with the code of the trust that owns each: <c>trust.example=RFF; other.example=RCU</c>. Empty: nothing is suggested by address.</summary>
    public string EmailDomains { get; set; } = "";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var problems = new List<string>();
        Trusts.EmailDomains.Read(EmailDomains, problems);
        return problems.Select(p => new ValidationResult($"Bot:Trusts:EmailDomains: {p}"));
    }
}
