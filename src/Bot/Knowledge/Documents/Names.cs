namespace Bot.Knowledge.Documents;

/// <summary>What a file's name says of a document that says nothing itself.</summary>
internal static class Names
{
    private const int Longest = 200;

    /// <summary>"leave_guide-v2.docx" as "leave guide v2".</summary>
    public static string Title(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var stem = Path.GetFileNameWithoutExtension(last).Replace('_', ' ').Replace('-', ' ');
        return CleanText.Collapsed(stem) is { Length: > 0 } title ? title : "Document";
    }

    /// <exception cref="DocumentException">The name leads out of its folder, or cannot be a file's.</exception>
    public static void Check(string name)
    {
        if (string.IsNullOrWhiteSpace(name)) throw new DocumentException("The file has no name. Give it one with its ending, such as guide.docx.");
        if (name.Length > Longest) throw new DocumentException($"The file's name has {name.Length} characters. Use up to {Longest}.");
        if (name.Any(char.IsControl)) throw new DocumentException("The file's name holds characters that cannot be seen. Rename it.");
        if (name.Split('/', '\\').Contains("..") || name[0] is '/' or '\\' or '~' || (name.Length > 1 && name[1] == ':'))
            throw new DocumentException("The file's name leads out of its folder, so it was not opened. Rename it.");
    }
}
