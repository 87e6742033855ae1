using Load;

// dotnet run -c Release --project tests/load -- [--rounds 3] [--seconds 5] [--connections 16] [--turns 100000] [--guide FOLDER]
if (args is ["echo"]) return await Echo.RunAsync();
if (args is ["connector"]) return await FakeConnector.RunAsync();
var settings = LoadSettings.Read(args);
if (settings is null)
{
    await Console.Error.WriteLineAsync("Options: --rounds N --seconds N --connections N --turns N --guide FOLDER (a published guide; without it one is published).");
    return 2;
}

return await Comparison.RunAsync(settings);
