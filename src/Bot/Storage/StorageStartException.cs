namespace Bot.Storage;

/// <summary>The program must not run on this database; the message says why and what to do, in words for the person who starts it.</summary>
public sealed class StorageStartException : Exception
{
    public StorageStartException(string message) : base(message) { }

    public StorageStartException(string message, Exception inner) : base(message, inner) { }
}
