using System.Collections.Concurrent;
using System.Data.Common;
using System.Reflection;

namespace Bot.Storage;

/// <summary>A connection whose statements stay prepared as long as it is kept: for SQLite, reading a statement costs more than running it.</summary>
public sealed class PreparedConnection(DbConnection connection) : IAsyncDisposable
{
    // More than there are statements in the code; some are put together from parts.
    private const int MostKept = 64;

    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();
    private readonly Dictionary<string, DbCommand> _commands = new(StringComparer.Ordinal);

    internal int Kept => _commands.Count;

    public ValueTask<DbTransaction> BeginAsync(CancellationToken ct) => connection.BeginTransactionAsync(ct);

    /// <summary>Runs a statement. One without parameters holds its values in its text, so it is not kept.</summary>
    public async Task ExecuteAsync(string sql, object? parameters, DbTransaction? transaction, CancellationToken ct)
    {
        if (parameters is not null)
        {
            await (await CommandAsync(sql, parameters, transaction)).ExecuteNonQueryAsync(ct);
            return;
        }

        await using var once = connection.CreateCommand();
        (once.CommandText, once.Transaction) = (sql, transaction);
        await once.ExecuteNonQueryAsync(ct);
    }

    /// <summary>The command of a statement, ready to run.</summary>
    /// <param name="sql">One statement; always the same text for the same types of parameters.</param>
    /// <param name="parameters">Its properties, each for the parameter of its name.</param>
    /// <param name="transaction">That it belongs to.</param>
    public async ValueTask<DbCommand> CommandAsync(string sql, object parameters, DbTransaction? transaction = null)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            if (_commands.Count >= MostKept) await ForgetAsync();
            command = connection.CreateCommand();
            command.CommandText = sql;
            _commands.Add(sql, command);
        }

        command.Transaction = transaction;
        Bind(command, parameters);
        return command;
    }

    public async ValueTask DisposeAsync()
    {
        await ForgetAsync();
        await connection.DisposeAsync();
    }

    private async ValueTask ForgetAsync()
    {
        foreach (var command in _commands.Values) await command.DisposeAsync();
        _commands.Clear();
    }

    private static void Bind(DbCommand command, object parameters)
    {
        var properties = Properties.GetOrAdd(parameters.GetType(), type => type.GetProperties());
        for (var i = 0; i < properties.Length; i++)
        {
            if (command.Parameters.Count == i)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = "@" + properties[i].Name;
                command.Parameters.Add(parameter);
            }

            command.Parameters[i].Value = properties[i].GetValue(parameters) switch
            {
                null => DBNull.Value,
                DateTimeOffset time => time.ToUnixTimeMilliseconds(),
                var value => value,
            };
        }
    }
}
