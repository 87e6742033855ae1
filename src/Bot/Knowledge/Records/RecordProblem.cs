namespace Bot.Knowledge.Records;

/// <summary>Something in the data files that has to be mended.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Line">Counted from 1; 1 where the whole file is meant.</param>
/// <param name="Message">What is wrong, in plain words.</param>
public sealed record RecordProblem(string File, int Line, string Message)
{
    public override string ToString() => $"{File}:{Line}: {Message}";
}

/// <summary>The records, or why there are none: every problem at once.</summary>
public sealed record RecordSetResult(RecordSet? Set, IReadOnlyList<RecordProblem> Problems);
