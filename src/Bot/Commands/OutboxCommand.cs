using System.CommandLine;
using System.Globalization;
using Bot.Storage;

namespace Bot.Commands;

/// <summary><c>outbox list|retry</c>: what waits to be sent, what could not be sent and why; never what a message says.</summary>
internal static class OutboxCommand
{
    public static Command Create()
    {
        var most = new Option<int>("--most") { Description = "How many of the messages that could not be sent to show.", DefaultValueFactory = _ => 20 };
        var list = new Command("list", "Count the messages and show those that could not be sent.") { most };
        list.SetAction((result, ct) => ListAsync(result.GetValue(most), ct));
        var id = new Argument<string>("ID") { Description = "The message, as the list shows it." };
        var retry = new Command("retry", "Try a message that could not be sent for another day.") { id };
        retry.SetAction((result, ct) => RetryAsync(result.GetValue(id)!, ct));
        return new Command("outbox", "Messages that are sent without being asked, such as reminders.") { list, retry };
    }

    private static async Task<int> ListAsync(int most, CancellationToken ct)
    {
        using var host = await CommandHost.OpenAsync(ct);
        var report = host.Get<OutboxReport>();
        var counts = (await report.CountsAsync(ct)).ToDictionary(count => count.State, count => count.Messages);
        Console.WriteLine(string.Join(", ", ((string[])["waiting", "sending", "sent", "dead"]).Select(state => $"{state} {counts.GetValueOrDefault(state)}")));
        Console.WriteLine($"possibly sent twice, ever: {await host.Get<Counters>().ReadAsync(OutboxRows.Doubled, ct)}");
        foreach (var dead in await report.DeadAsync(most, ct))
        {
            var due = dead.Due.ToString("d MMMM yyyy HH:mm 'UTC'", CultureInfo.InvariantCulture);
            Console.WriteLine($"{dead.Id}  {dead.Kind}, due {due}, tried {dead.Attempts} times{(dead.IsKept ? "" : ", cannot be tried again")}\n    {dead.Reason}");
        }

        return ExitCodes.Done;
    }

    private static async Task<int> RetryAsync(string id, CancellationToken ct)
    {
        using var host = await CommandHost.OpenAsync(ct);
        var isBack = await host.Get<OutboxReport>().RetryAsync(id, ct);
        Console.WriteLine(isBack
            ? "The message waits to be sent again; the running service does that within seconds."
            : "No message of this id can be tried again: there is none, it was sent, or its text is gone.");
        return isBack ? ExitCodes.Done : ExitCodes.Problems;
    }
}
