using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Bot.Knowledge.Articles;
using Microsoft.Extensions.Logging;

namespace Bot.Knowledge.Releases;

/// <summary>
/// Trains in a process of its own, which gives way to the turns that the service answers meanwhile. What comes of it is the kept
/// model; where nothing comes of it, the service trains by itself.
/// </summary>
internal static class ApartTraining
{
    private static readonly Assembly Program = typeof(ApartTraining).Assembly;

    /// <summary>Where another program holds this one, it cannot be started as it was.</summary>
    public static bool IsPossible => Assembly.GetEntryAssembly() == Program && Environment.ProcessPath is not null;

    public static async Task RunAsync(ContentFiles files, string models, string records, ILogger logger, CancellationToken ct)
    {
        try
        {
            using var process = Process.Start(Start(models, records));
            if (process is null) return;
            try
            {
                process.PriorityClass = ProcessPriorityClass.BelowNormal;
                await process.StandardInput.BaseStream.WriteAsync(files.Pack(), ct);
                process.StandardInput.Close();
                await process.WaitForExitAsync(ct);
                if (process.ExitCode != 0) Log.NotTrainedApart(logger, string.Create(CultureInfo.InvariantCulture, $"it ended with {process.ExitCode}"));
            }
            finally
            {
                if (!process.HasExited) process.Kill();
            }
        }
        catch (Exception e) when (e is Win32Exception or IOException or InvalidOperationException)
        {
            Log.NotTrainedApart(logger, e.GetType().Name);
        }
    }

    private static ProcessStartInfo Start(string models, string records)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true };
        // Started as "dotnet Bot.dll", the process path is that of dotnet.
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") start.ArgumentList.Add(Program.Location);
        foreach (var argument in new[] { "kb", "train", "--models", models, "--records", records }) start.ArgumentList.Add(argument);
        // A low priority does not help where a container's share of the processor is used up.
        start.Environment["DOTNET_PROCESSOR_COUNT"] = Math.Max(1, Environment.ProcessorCount / 2).ToString("x", CultureInfo.InvariantCulture);
        return start;
    }
}
