namespace Bot.Trusts;

public static class TrustsRoom
{
    public static IServiceCollection AddTrusts(this IServiceCollection services)
    {
        services.AddOptions<TrustOptions>().BindConfiguration("Bot:Trusts").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<OwnTrusts>();
        services.AddSingleton<ITrustHint, RosterHint>();
        services.AddSingleton<TrustHints>();
        return services;
    }
}
