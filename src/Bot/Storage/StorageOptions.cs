using System.ComponentModel.DataAnnotations;
using System.Data.Common;

namespace Bot.Storage;

/// <summary>Sections <c>Bot:Database</c> and <c>Bot:Retention</c>.</summary>
public sealed class StorageOptions : IValidatableObject
{
    /// <summary>Empty: a SQLite file under the content root. <c>Host=…</c>: PostgreSQL. <c>Data Source=…</c>: that SQLite file.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>Days for which the text of unanswered questions and of last turns is kept.</summary>
    [Range(1, 3650, ErrorMessage = "Bot:Retention:QuestionDays must be between 1 and 3650.")]
    public int QuestionDays { get; set; } = 30;

    internal DatabaseKind? Kind
    {
        get
        {
            if (string.IsNullOrWhiteSpace(ConnectionString))
            {
                return DatabaseKind.Sqlite;
            }

            var parts = Parts();
            return parts is null ? null
                : Names(parts, "Host", "Server") ? DatabaseKind.Postgres
                : Names(parts, "Data Source", "DataSource", "Filename") && !InMemory(parts) ? DatabaseKind.Sqlite
                : null;
        }
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Kind is null)
        {
            // The value itself may hold a password, so it is not repeated here.
            yield return new ValidationResult(
                "Bot:Database:ConnectionString names no database that can be used. Leave it empty for the built-in SQLite file, "
                + "or write \"Data Source=path/to/file.db\" for SQLite (a file, not memory), "
                + "or \"Host=…;Database=…;Username=…;Password=…\" for PostgreSQL.");
        }
    }

    private DbConnectionStringBuilder? Parts()
    {
        try
        {
            return new DbConnectionStringBuilder { ConnectionString = ConnectionString };
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool Names(DbConnectionStringBuilder parts, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (parts.ContainsKey(key))
            {
                return true;
            }
        }

        return false;
    }

    // Each connection to a database in memory has its own, empty one.
    private static bool InMemory(DbConnectionStringBuilder parts) =>
        parts.Values.Cast<object>().Any(v => v is string s
            && (s.Contains(":memory:", StringComparison.OrdinalIgnoreCase) || s.Equals("Memory", StringComparison.OrdinalIgnoreCase)));
}
