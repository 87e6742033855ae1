namespace Answers.Bench;

/// <summary>What is held after a full collection.</summary>
internal static class Memory
{
    public static double Megabytes()
    {
        for (var i = 0; i < 2; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true) / 1048576.0;
    }
}
