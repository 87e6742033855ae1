namespace Bot.Checkups.Looks;

/// <summary>Whether a folder can be written, tried with a small file that goes at once; a folder that is not there is not made.</summary>
internal static class Folder
{
    /// <returns>Why it cannot be written; null where it can.</returns>
    public static string? Complaint(string folder)
    {
        var there = Existing(folder);
        var probe = Path.Combine(there, $".doctor-{Guid.NewGuid():n}");
        try
        {
            using (File.Create(probe, 1, FileOptions.DeleteOnClose)) return null;
        }
        catch (UnauthorizedAccessException)
        {
            return $"this program may not write to {there}.";
        }
        catch (IOException e)
        {
            return File.Exists(there) ? $"{there} is a file, not a folder." : $"{there} cannot be written ({e.Message.TrimEnd('.')}).";
        }
    }

    /// <returns>Free room in bytes; null where the system does not say.</returns>
    public static long? Room(string folder)
    {
        try
        {
            return new DriveInfo(Existing(folder)).AvailableFreeSpace;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    private static string Existing(string folder)
    {
        var at = Path.GetFullPath(folder);
        while (!Directory.Exists(at) && !File.Exists(at) && Path.GetDirectoryName(at) is { } above) at = above;
        return at;
    }
}
