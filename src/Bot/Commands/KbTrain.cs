using System.CommandLine;
using Bot.Knowledge;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Releases;

namespace Bot.Commands;

/// <summary><c>kb train</c>: how a running service has a model trained beside its turns. Packed content comes in, a kept model is left.</summary>
internal static class KbTrain
{
    public static Command Create()
    {
        var models = new Option<string>("--models") { Description = "Folder of kept models.", Required = true };
        var records = new Option<string>("--records") { Description = "Folder of records.", Required = true };
        var command = new Command("train", "Train a model of the packed content that comes in.") { models, records };
        command.Hidden = true;
        command.SetAction(async (result, ct) =>
        {
            using var packed = new MemoryStream();
            await Console.OpenStandardInput().CopyToAsync(packed, ct);
            var builder = Host.CreateEmptyApplicationBuilder(null);
            builder.Services.Configure<KnowledgeOptions>(options => (options.Models, options.Records) = (result.GetValue(models)!, result.GetValue(records)!));
            builder.Services.AddSingleton<ReleaseLoader>();
            using var host = builder.Build();
            host.Services.GetRequiredService<ReleaseLoader>().Load(ContentFiles.Unpack(packed.ToArray()), 0);
            return ExitCodes.Done;
        });
        return command;
    }
}
