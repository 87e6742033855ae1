using Bot.Commands;
using Bot.Hosting;

// Commands end; the service runs until it is stopped.
return CommandLine.IsServe(args) ? await Service.RunAsync(args) : await CommandLine.RunAsync(args);
