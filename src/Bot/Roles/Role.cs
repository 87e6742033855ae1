namespace Bot.Roles;

/// <summary>What somebody may do with the knowledge base; each role may do all that the ones before it may.</summary>
public enum Role
{
    /// <summary>Asks questions, like everybody.</summary>
    None,

    /// <summary>Sees status, changes that wait, history and the audit log.</summary>
    Viewer,

    /// <summary>Writes drafts and refreshes sources.</summary>
    Editor,

    /// <summary>Publishes, rolls back and withdraws.</summary>
    Admin,
}
