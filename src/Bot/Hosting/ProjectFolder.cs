namespace Bot.Hosting;

/// <summary>The project's own folder where the program runs from its build output: settings, data and the page lie there.</summary>
internal static class ProjectFolder
{
    public static string OrCurrent()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Bot.csproj"))) return folder.FullName;
        return Directory.GetCurrentDirectory();
    }
}
