using System.Data.Common;
using Dapper;

namespace Bot.Storage;

/// <summary>
/// Makes the database itself refuse to change or delete an entry of the audit log. The two databases have no common words for
/// this, so it is no numbered script; it is looked at whenever the scripts are.
/// </summary>
internal static class AuditGuard
{
    /// <summary>The script that makes the table.</summary>
    public const string Since = "releases";

    private const string Sqlite = """
        create trigger if not exists audit_no_update before update on audit begin select raise(abort, 'the audit log is append only'); end;
        create trigger if not exists audit_no_delete before delete on audit begin select raise(abort, 'the audit log is append only'); end;
        """;

    private const string IsGuarded = "select count(*) from pg_trigger where tgrelid = 'audit'::regclass and tgname in ('audit_no_change', 'audit_no_truncate')";

    private const string Postgres = """
        create or replace function audit_refuse() returns trigger language plpgsql as $$ begin raise exception 'the audit log is append only'; end $$;
        drop trigger if exists audit_no_change on audit;
        drop trigger if exists audit_no_truncate on audit;
        create trigger audit_no_change before update or delete on audit for each row execute function audit_refuse();
        create trigger audit_no_truncate before truncate on audit for each statement execute function audit_refuse();
        """;

    /// <summary>Called under the lock of the scripts, once the table stands.</summary>
    public static async Task SetAsync(DbConnection connection, DbTransaction transaction, DatabaseKind kind, CancellationToken ct)
    {
        if (kind == DatabaseKind.Sqlite) await connection.ExecuteAsync(new CommandDefinition(Sqlite, transaction: transaction, cancellationToken: ct));
        else if (await connection.ExecuteScalarAsync<long>(new CommandDefinition(IsGuarded, transaction: transaction, cancellationToken: ct)) < 2)
            await connection.ExecuteAsync(new CommandDefinition(Postgres, transaction: transaction, cancellationToken: ct));
    }
}
