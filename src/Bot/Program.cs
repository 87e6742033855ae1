using Bot.Knowledge;
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddKnowledge();
var app = builder.Build();
if (args is [.., "dev", var file])
{
    var sw = System.Diagnostics.Stopwatch.StartNew();
    var snapshot = app.Services.GetRequiredService<KnowledgeStore>().Current;
    Console.WriteLine($"ready {sw.Elapsed.TotalSeconds:F2}s");
    Dev.Run(snapshot, file);
    return;
}
await app.RunAsync();
