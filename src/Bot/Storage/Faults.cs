using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Bot.Storage;

/// <summary>What a database's complaint means for the writes that wait.</summary>
internal static class Faults
{
    /// <summary>The write itself can never be stored, however often it is tried; everything unknown counts as an outage.</summary>
    public static bool IsOfTheWrite(Exception e) => e switch
    {
        // Data exceptions, broken constraints, row too large for an index.
        PostgresException p => p.SqlState.AsSpan(0, 2) is "22" or "23" or "54",
        // SQLITE_TOOBIG, SQLITE_CONSTRAINT, SQLITE_MISMATCH, SQLITE_RANGE.
        SqliteException s => s.SqliteErrorCode is 18 or 19 or 20 or 25,
        DbException or IOException or TimeoutException or SocketException or OperationCanceledException or ObjectDisposedException => false,
        _ => true,
    };

    /// <summary>The database could not be reached or did not answer; the same may succeed later.</summary>
    public static bool IsOutage(Exception e) => e is DbException or TimeoutException or IOException or SocketException;

    /// <summary>Two writers met (deadlock, serialisation); the database asks for nothing but a second try.</summary>
    public static bool IsCollision(Exception e) => e is PostgresException { SqlState: "40P01" or "40001" };

    /// <summary>Type and code only: a message may quote what was to be stored.</summary>
    public static string Describe(Exception e) => e switch
    {
        PostgresException p => $"PostgreSQL error {p.SqlState}",
        SqliteException s => $"SQLite error {s.SqliteErrorCode}/{s.SqliteExtendedErrorCode}",
        { InnerException: { } inner } => $"{e.GetType().Name}, {inner.GetType().Name}",
        _ => e.GetType().Name,
    };
}
