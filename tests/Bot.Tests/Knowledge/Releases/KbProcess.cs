using System.Diagnostics;
using Bot.Tests.Support;

namespace Bot.Tests.Knowledge.Releases;

/// <summary>A kb command as a process of its own.</summary>
internal sealed class KbProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output, _errors;

    private KbProcess(Process process)
    {
        _process = process;
        (_output, _errors) = (process.StandardOutput.ReadToEndAsync(Ct), process.StandardError.ReadToEndAsync(Ct));
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static KbProcess Start(IReadOnlyList<(string Name, string Value)> settings, params string[] arguments) => new(GuideProgram.Start(settings, ["kb", .. arguments]));

    /// <summary>As kill -9 does, after so long.</summary>
    /// <returns>True where the command had not ended by itself.</returns>
    public async Task<bool> KilledAfterAsync(TimeSpan moment)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        limit.CancelAfter(moment > TimeSpan.Zero ? moment : TimeSpan.FromMilliseconds(1));
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!Ct.IsCancellationRequested)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(Ct);
        }

        return _process.ExitCode == 128 + 9;
    }

    public async Task<(int Code, string Output)> EndsAsync()
    {
        await _process.WaitForExitAsync(Ct);
        return (_process.ExitCode, await _output + await _errors);
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
