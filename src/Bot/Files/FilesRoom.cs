namespace Bot.Files;

public static class FilesRoom
{
    public static IServiceCollection AddFiles(this IServiceCollection services)
    {
        services.AddFetching();
        services.AddSingleton<FileDownloads>();
        services.AddSingleton<FileUploads>();
        services.AddSingleton<FileLinks>();
        services.AddSingleton<FileOffers>();
        services.AddSingleton<FileHandOver>();
        return services;
    }

    /// <summary>The way out to where files lie, without people; commands need no more.</summary>
    public static IServiceCollection AddFetching(this IServiceCollection services)
    {
        services.AddOptions<FilesOptions>().BindConfiguration("Bot:Files")
            .Configure<IConfiguration>((files, settings) => files.PublicUrl = settings["Bot:PublicUrl"] ?? "")
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<FileHosts>();
        services.AddSingleton<FileHttp>();
        return services;
    }
}
