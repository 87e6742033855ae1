using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Bot.Storage;

/// <summary>Why a database cannot be used, in words, and what to do about it. Names no user, password or content.</summary>
public sealed record DatabaseTrouble(string Words, string Mend)
{
    private const string Setting = "Bot:Database:ConnectionString";

    /// <returns>Null for what is no trouble of a database.</returns>
    public static DatabaseTrouble? Of(Exception e, Database database) => e switch
    {
        PostgresException refused => OfPostgres(refused, database.Name),
        NpgsqlException { InnerException: SocketException socket } => OfNetwork(socket, database.Name),
        SocketException socket => OfNetwork(socket, database.Name),
        TimeoutException => new($"The {database.Name} does not answer.", $"Let this machine through the server's firewall or network rules, and check Host and Port in {Setting}."),
        NpgsqlException => new($"The {database.Name} could not be reached ({Faults.Describe(e)}).", $"See that the server runs and lets this machine in, and check {Setting} (host, port, TLS)."),
        SqliteException file => OfSqlite(file, database.Name),
        IOException or UnauthorizedAccessException => new($"The {database.Name} could not be opened ({Faults.Describe(e)}).", "Let the service's account read and write the file and its folder."),
        _ => null,
    };

    private static DatabaseTrouble OfNetwork(SocketException e, string name) => e.SocketErrorCode switch
    {
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => new($"The {name} could not be reached: there is no server of this name.", $"Correct Host in {Setting}, or let this machine resolve the name (a private server needs its private DNS zone)."),
        SocketError.ConnectionRefused => new($"The {name} could not be reached: nothing listens there.", $"Start the server, or correct Host and Port in {Setting}."),
        _ => new($"The {name} could not be reached ({e.SocketErrorCode}).", $"Let this machine through the server's firewall, and check Host and Port in {Setting}."),
    };

    private static DatabaseTrouble OfPostgres(PostgresException e, string name) => e.SqlState switch
    {
        "28P01" or "28000" => new($"The {name} does not let us in: user name, password or address is refused.", $"Correct Username and Password in {Setting}, or allow this machine in the server's rules."),
        "3D000" => new($"The {name} does not exist on its server.", $"Make it (create database …), or correct Database in {Setting}."),
        "53300" => new($"The {name} takes no more connections.", "Raise the server's limit, or lower Maximum Pool Size in the connection string for each replica."),
        "57P03" or "57P01" => new($"The {name} is starting or stopping.", "Look again in a minute."),
        _ => new($"The {name} refused what was asked ({Faults.Describe(e)}).", $"See the server's own log, and the rights of the account in {Setting}."),
    };

    private static DatabaseTrouble OfSqlite(SqliteException e, string name) => e.SqliteErrorCode switch
    {
        8 or 14 or 23 => new($"The {name} could not be opened for writing ({Faults.Describe(e)}).", $"Let the service's account read and write the file and its folder, or name another place in {Setting}."),
        11 => new($"The {name} is damaged ({Faults.Describe(e)}).", "Stop the service, keep a copy of the file, and put the last backup in its place."),
        26 => new($"The {name} is no SQLite database.", $"Correct Data Source in {Setting}, or put the last backup in its place."),
        13 => new($"The {name} has no room: the disk is full.", "Make room on the disk."),
        5 or 6 => new($"The {name} is held by another program.", "SQLite serves one process: stop the other one, or use PostgreSQL."),
        _ => new($"The {name} could not be used ({Faults.Describe(e)}).", "Let the service's account read and write the file and its folder."),
    };
}
