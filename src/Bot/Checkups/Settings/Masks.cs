using System.Data.Common;

namespace Bot.Checkups.Settings;

/// <summary>Takes secrets out of what settings hold.</summary>
internal static class Masks
{
    public const string Hidden = "(set, not shown)";

    private static readonly string[] SecretNames = ["Secret", "Password", "Headers", "Key", "Token"];
    private static readonly string[] SecretParts = ["password", "pwd", "passfile", "secret", "key", "token", "passphrase"];

    public static string Of(string name, string value)
    {
        if (value.Length == 0) return value;
        if (SecretNames.Any(word => name.EndsWith(word, StringComparison.OrdinalIgnoreCase))) return Hidden;
        if (name.EndsWith("ConnectionString", StringComparison.OrdinalIgnoreCase)) return Connection(value);
        return Uri.TryCreate(value, UriKind.Absolute, out var address) && (address.UserInfo.Length > 0 || address.Query.Length > 0)
            ? $"{address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)} (the rest is not shown)"
            : value;
    }

    private static string Connection(string value)
    {
        // Not resolved: the reference itself is no secret, and to see it is what helps.
        if (value.StartsWith(SettingsLook.VaultReference, StringComparison.OrdinalIgnoreCase)) return value;
        try
        {
            var parts = new DbConnectionStringBuilder { ConnectionString = value };
            foreach (var key in parts.Keys.Cast<string>().Where(IsSecret).ToArray()) parts[key] = "(not shown)";
            return parts.ConnectionString;
        }
        catch (ArgumentException)
        {
            return Hidden;
        }
    }

    private static bool IsSecret(string key) => SecretParts.Any(part => key.Contains(part, StringComparison.OrdinalIgnoreCase));
}
