namespace Bot.Commands;

/// <summary>Where the project's own folder is when the program runs from its build output.</summary>
internal static class ProjectFolder
{
    public static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Bot.csproj"))) return folder.FullName;
        return null;
    }
}
