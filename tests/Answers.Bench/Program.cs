using Answers.Bench;

// dotnet run -c Release --project tests/Answers.Bench -- [generic|built-in|names|large|all|benchmark] [--sets FOLDER] [--keep]
var sets = Argument("--sets") ?? "eval/generic";
var which = args.FirstOrDefault(a => !a.StartsWith('-') && a != Argument("--sets")) ?? "all";
if (which == "benchmark")
{
    QueryBenchmark.Run();
    return;
}

var report = new Report();
report.Machine();
if (which is "built-in" or "all") BuiltInBench.Run(report);
if (which is "names" or "all") NamesBench.Run(report);
if (which is "generic" or "all") GenericBench.Run(report, sets);
if (which is "large" or "all") LargeBench.Run(report);
if (args.Contains("--keep")) report.Keep();

string? Argument(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
