namespace Bot.Storage.Held;

internal static class HeldRegistration
{
    public static IServiceCollection AddHeldAboutPerson(this IServiceCollection services)
    {
        services.AddSingleton<HeldAboutPerson>();
        services.AddSingleton<IHeldAboutPerson, HeldTrusts>();
        services.AddSingleton<IHeldAboutPerson, HeldLastTurns>();
        services.AddSingleton<IHeldAboutPerson, HeldVotes>();
        // Before the chat, which leads to them.
        services.AddSingleton<IHeldAboutPerson, HeldFiles>();
        services.AddSingleton<IHeldAboutPerson, HeldConversations>();
        services.AddSingleton<IHeldAboutPerson, HeldRoles>();
        services.AddRowsOfPerson("walk", "place in the eight questions", "places in the eight questions, one for each trust");
        services.AddRowsOfPerson("meeting_note", "note on a meeting", "notes on meetings");
        services.AddRowsOfPerson("reminder", "reminder", "reminders");
        services.AddRowsOfPerson("term", "date on which your term ends", "dates on which your terms end");
        services.AddRowsOfPerson("recent_answer", "note of which answer you were shown", "notes of which answers you were shown");
        services.AddRowsOfPerson("favourite_answer", "answer that you keep", "answers that you keep");
        services.AddRowsOfPerson("wish", "question of which you want to be told when it is answered", "questions of which you want to be told when they are answered");
        return services;
    }

    /// <summary>For a table whose column "person" is a key of <see cref="PersonKeys"/>.</summary>
    public static IServiceCollection AddRowsOfPerson(this IServiceCollection services, string table, string one, string many) =>
        services.AddSingleton<IHeldAboutPerson>(provider => new RowsOfPerson(provider.GetRequiredService<Database>(), provider.GetRequiredService<PersonKeys>(), table, one, many));
}
