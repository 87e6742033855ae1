using System.Collections.Frozen;
using Bot.Knowledge.Records;

namespace Bot.Trusts;

/// <summary>
/// Which trust an email domain belongs to. No public list was at hand and a domain is not to be guessed from a name, so adopters list
/// their own: <c>trust.example=RFF; other.example=RCU</c>.
/// </summary>
internal sealed class EmailDomains
{
    // Addresses that people of many organisations have.
    private static readonly string[] Shared =
        ["nhs.net", "nhs.uk", "gov.uk", "ac.uk", "org.uk", "co.uk", "onmicrosoft.com", "outlook.com", "hotmail.com", "gmail.com", "icloud.com", "yahoo.com", "yahoo.co.uk", "live.com"];

    private readonly FrozenDictionary<string, string> _codes;

    private EmailDomains(IEnumerable<(string Domain, string Code)> pairs) =>
        _codes = pairs.ToFrozenDictionary(p => p.Domain, p => p.Code, StringComparer.OrdinalIgnoreCase);

    public bool IsEmpty => _codes.Count == 0;

    /// <param name="text">Pairs with semicolons between them.</param>
    /// <param name="problems">In words, each with what to do.</param>
    public static EmailDomains Read(string text, List<string> problems)
    {
        var pairs = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = pair.Split('=', StringSplitOptions.TrimEntries);
            if (parts is not [{ Length: > 3 } domain, { Length: > 2 } code] || !domain.Contains('.', StringComparison.Ordinal) || domain.Contains('@', StringComparison.Ordinal))
                problems.Add($"'{pair}' is not a domain and a trust's code, such as trust.example=RFF.");
            else if (Shared.Contains(domain, StringComparer.OrdinalIgnoreCase)) problems.Add($"'{domain}' is shared by many organisations, so it points to no trust. Take it out.");
            else if (!pairs.TryAdd(domain, code.ToUpperInvariant())) problems.Add($"'{domain}' is named twice. Keep one.");
        }

        return new EmailDomains(pairs.Select(p => (p.Key, p.Value)));
    }

    /// <summary>The trust, and the domain that says so: the address's own, or one that it is part of.</summary>
    public (TrustSubject Trust, string Domain)? Of(string? address, RecordBook records)
    {
        if (address is null || address.LastIndexOf('@') is not (>= 0 and var at)) return null;
        for (var domain = address[(at + 1)..]; domain.Length > 0; domain = Above(domain))
            if (_codes.TryGetValue(domain, out var code))
                return OwnTrusts.Find(records, code) is { Trust.IsOpenNow: true } trust ? (trust, domain.ToLowerInvariant()) : null;
        return null;
    }

    private static string Above(string domain) => domain.IndexOf('.', StringComparison.Ordinal) is >= 0 and var dot ? domain[(dot + 1)..] : "";
}
