using System.Globalization;
using Bot.Storage;
using Bot.Tests.Fakes;
using Bot.Tests.Proactive;

namespace Bot.Tests.Storage;

/// <summary>Explicit, so that these run only as a process of their own, started by a test that needs one.</summary>
public sealed class InASecondProcess
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact(Explicit = true)]
    public async Task Writes_ThousandsAndReportsWhatIsFlushed()
    {
        await using var storage = await RunningStorage.StartAsync(SecondProcess.Setting("DATABASE"));
        for (var i = 0; i < 1_000_000; i++)
        {
            await storage.Get<LastTurns>().WriteAsync(SecondProcess.Turn(i), Ct);
            if (i % 50 == 0)
            {
                await storage.FlushAsync();
                await File.AppendAllTextAsync(SecondProcess.Setting("REPORT"), string.Create(CultureInfo.InvariantCulture, $"{i}\n"), Ct);
            }
        }
    }

    [Fact(Explicit = true)]
    public async Task Starts_AndClaimsEveryWelcome()
    {
        await using var storage = await RunningStorage.StartAsync(SecondProcess.Setting("DATABASE"));
        var claimed = new List<string>();
        for (var i = 0; i < 200; i++)
        {
            if (await storage.Get<Welcomes>().TryClaimAsync($"conversation {i}", Ct))
            {
                claimed.Add($"conversation {i}");
            }
        }

        await File.WriteAllLinesAsync(SecondProcess.Setting("REPORT"), claimed, Ct);
    }

    [Fact(Explicit = true)]
    public async Task SendsWhatIsInTheOutbox()
    {
        var minutes = int.Parse(SecondProcess.Setting("MORE"), CultureInfo.InvariantCulture);
        await using var work = await OutboxAtWork.StartAsync(SecondProcess.Setting("DATABASE"), new ShiftedTime(TimeSpan.FromMinutes(minutes)));
        await Task.Delay(Timeout.Infinite, Ct);
    }
}
