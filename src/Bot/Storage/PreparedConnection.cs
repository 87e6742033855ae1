using System.Collections.Concurrent;
using System.Data.Common;
using System.Reflection;

namespace Bot.Storage;

/// <summary>A connection whose statements stay prepared as long as it is kept: for SQLite, reading a statement costs more than running it.</summary>
public sealed class PreparedConnection(DbConnection connection) : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();
    private readonly Dictionary<string, DbCommand> _commands = new(StringComparer.Ordinal);

    public ValueTask<DbTransaction> BeginAsync(CancellationToken ct) => connection.BeginTransactionAsync(ct);

    /// <summary>The command of a statement, ready to run.</summary>
    /// <param name="sql">One statement; always the same text for the same types of parameters.</param>
    /// <param name="parameters">Its properties, each for the parameter of its name.</param>
    /// <param name="transaction">That it belongs to.</param>
    public DbCommand Command(string sql, object? parameters, DbTransaction? transaction = null)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            _commands.Add(sql, command);
        }

        command.Transaction = transaction;
        if (parameters is not null) Bind(command, parameters);
        return command;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in _commands.Values) await command.DisposeAsync();
        await connection.DisposeAsync();
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
