using System.ComponentModel.DataAnnotations;

namespace Bot.Knowledge;

/// <summary>Settings under <c>Bot:Knowledge</c>.</summary>
public sealed class KnowledgeOptions
{
    /// <summary>Folder of articles; relative to the program's folder.</summary>
    [Required]
    public string Folder { get; set; } = "Knowledge/Content";

    /// <summary>Folder of records; relative to the program's folder.</summary>
    [Required]
    public string Records { get; set; } = "Knowledge/Records/Data";

    /// <summary>Folder of built models; relative to the content root. It is only a cache and may be deleted.</summary>
    [Required]
    public string Models { get; set; } = "data/models";
}
