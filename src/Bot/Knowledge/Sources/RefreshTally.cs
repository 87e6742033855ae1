using Bot.Storage.Sources;

namespace Bot.Knowledge.Sources;

/// <summary>What became of one document.</summary>
internal enum DocumentFate { Changed, Unchanged, Removed, Failed }

/// <param name="Fate">What became of it.</param>
/// <param name="Document">Its name.</param>
/// <param name="Step">What has to be written.</param>
internal sealed record DocumentStep(DocumentFate Fate, string Document, SourceStep Step)
{
    /// <summary>Why it failed.</summary>
    public string Words { get; init; } = "";

    public bool WasRead { get; init; }

    public IReadOnlyList<NearDuplicate> Near { get; init; } = [];
}

/// <summary>Counts what a refresh does.</summary>
internal sealed class RefreshTally(IReadOnlyList<SourceLook> looks)
{
    private readonly Dictionary<DocumentFate, int> _fates = [];
    private readonly HashSet<string> _drafts = new(StringComparer.Ordinal);
    private readonly List<NearDuplicate> _near = [];
    private readonly List<FailedDocument> _failed =
        [.. looks.Where(look => look.Problem is not null).Select(look => new FailedDocument(look.Configured.Name, "", look.Problem!))];

    private int _read;

    public void Add(string source, DocumentStep step)
    {
        _fates[step.Fate] = Count(step.Fate) + 1;
        if (step.WasRead) _read++;
        if (step.Fate == DocumentFate.Failed) _failed.Add(new FailedDocument(source, step.Document, step.Words));
        _near.AddRange(step.Near);
        _drafts.UnionWith(step.Step.Drafts.Select(draft => draft.Row.Path));
    }

    public RefreshReport Report() => new()
    {
        Sources = [.. looks.Select(look => look.Configured.Name)],
        Found = looks.Sum(look => look.Present.Count),
        Read = _read,
        Unchanged = looks.Where(look => look.Problem is null).Sum(look => look.Present.Count - look.Due.Count) + Count(DocumentFate.Unchanged),
        Changed = Count(DocumentFate.Changed),
        Removed = Count(DocumentFate.Removed),
        PassedOver = looks.Sum(look => look.PassedOver),
        Drafts = _drafts.Count,
        Failed = _failed,
        NearDuplicates = _near,
    };

    private int Count(DocumentFate fate) => _fates.GetValueOrDefault(fate);
}
