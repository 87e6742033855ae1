using Bot.Storage;
using Dapper;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;

namespace Bot.Tests.Storage;

/// <summary>A database without the tables of the program.</summary>
internal sealed class OpenedDatabase(string connectionString, string? contentRoot = null) : IDisposable
{
    public Database Database { get; } = new(
        Options.Create(new StorageOptions { ConnectionString = connectionString }),
        new HostingEnvironment { ContentRootPath = contentRoot ?? Path.GetTempPath() });

    public async Task<long> ScalarAsync(string sql)
    {
        await using var connection = await Database.OpenAsync(TestContext.Current.CancellationToken);
        return await connection.ExecuteScalarAsync<long>(sql);
    }

    public void Dispose() => Database.Dispose();
}
