using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;

namespace Answers.Bench;

/// <summary>The engine and the yardstick over the built-in base, as BenchmarkDotNet measures: mean, spread and allocation of a query.</summary>
[MemoryDiagnoser]
public class QueryBenchmark
{
    private readonly string[] _questions = BuiltInBench.Questions();
    private AnswerEngine? _engine;
    private FullText? _rows;
    private int _next;

    // In this process: a project that the tool generates would not know the central package versions.
    public static void Run() => BenchmarkRunner.Run<QueryBenchmark>(
        DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessNoEmitToolchain.Instance)));

    [GlobalSetup]
    public void Build()
    {
        var source = BuiltInBench.Source();
        (_engine, _rows) = (AnswerEngine.Build(source), new FullText(source));
    }

    [GlobalCleanup]
    public void Close() => _rows?.Dispose();

    [Benchmark(Description = "engine")]
    public Outcome Ask() => _engine!.Ask(Next());

    [Benchmark(Baseline = true, Description = "SQLite FTS5")]
    public string? Match() => _rows!.First(Next());

    private string Next() => _questions[_next++ % _questions.Length];
}
