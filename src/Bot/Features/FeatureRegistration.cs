using Bot.Experts;
using Bot.Features.Experts;
using Bot.Features.Feedback;
using Bot.Features.Maps;
using Bot.Features.Questions;
using Bot.Features.Welcome;
using Bot.Turns;

namespace Bot.Features;

public static class FeatureRegistration
{
    public static IServiceCollection AddFeatures(this IServiceCollection services)
    {
        services.AddOptions<Person>().BindConfiguration("Bot:Person").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<WelcomeOptions>().BindConfiguration("Bot").ValidateOnStart();
        services.AddOptions<MapOptions>().BindConfiguration("Bot").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<MapPictures>();
        services.AddSingleton<Answering>();
        services.AddSingleton<TurnMemory>();
        services.AddSingleton<IFeature, QuestionsFeature>();
        services.AddSingleton<IFeature, MapsFeature>();
        services.AddSingleton<IFeature, FeedbackFeature>();
        services.AddSingleton<IFeature, ExpertsFeature>();
        services.AddSingleton<IFeature, WelcomeFeature>();
        return services;
    }
}
