using Bot.Cards;
using Bot.Experts;
using Bot.Features.Checkups;
using Bot.Features.Compose;
using Bot.Features.Editing;
using Bot.Features.Experts;
using Bot.Features.Feedback;
using Bot.Features.Files;
using Bot.Features.Gaps;
using Bot.Features.Governors;
using Bot.Features.Governors.Packing;
using Bot.Features.Maps;
using Bot.Features.MyTrust;
using Bot.Features.Privacy;
using Bot.Features.Questions;
using Bot.Features.Questions.Certificates;
using Bot.Features.Questions.Telling;
using Bot.Features.Typeahead;
using Bot.Features.Welcome;
using Bot.Files;
using Bot.Storage;
using Bot.Trusts;
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
        services.AddSingleton(provider => new AnswerCertificates(provider.GetRequiredService<CertificateRows>().Keep, id => provider.GetRequiredService<FileLinks>().ToAnswer(id)));
        services.AddSingleton<CertificateArchive>();
        services.AddSingleton<Answering>();
        services.AddSingleton<TurnMemory>();
        services.AddSingleton<AnswerTrail>();
        services.AddSingleton<Hearing>();
        services.AddSingleton<OwnQuestions>();
        services.AddSingleton<QuestionsFeature>();
        services.AddSingleton<AnswerView>(provider => provider.GetRequiredService<QuestionsFeature>().View);
        services.AddSingleton<AnswerAgain>(AnsweringAgain);
        services.AddSingleton<AskedText>(provider => provider.GetRequiredService<TurnMemory>().AskedAsync);
        services.AddSingleton<TellingOutbox>();
        services.AddSingleton<IFeature, TellingFeature>();
        services.AddSingleton<TellingClock>();
        services.AddHostedService(provider => provider.GetRequiredService<TellingClock>());
        services.AddSingleton<GapSaving>();
        services.AddSingleton<GapsFeature>();
        services.AddSingleton<IFeature>(provider => provider.GetRequiredService<GapsFeature>());
        services.AddSingleton<IListener>(provider => provider.GetRequiredService<GapsFeature>());
        services.AddGovernors();
        services.AddSingleton<DrawArticle>(_ => (article, snapshot, today) => SharedCard.Of(ArticleReply.Of(article, snapshot, today)));
        services.AddEditing();
        services.AddSingleton<DrawMap>(provider => provider.GetRequiredService<MapPictures>().Png);
        services.AddSingleton<PrivacyFeature>();
        services.AddSingleton<IFeature>(provider => provider.GetRequiredService<PrivacyFeature>());
        services.AddSingleton<IListener>(provider => provider.GetRequiredService<PrivacyFeature>());
        services.AddSingleton<IListener, DoctorListener>();
        services.AddSingleton<IFeature>(provider => provider.GetRequiredService<QuestionsFeature>());
        services.AddSingleton<SharedAnswers>();
        services.AddSingleton(provider => provider.GetRequiredService<SharedAnswers>() is var shared ? new AnswersForSharing(shared.Find, shared.Read, shared.ByKey) : null!);
        services.AddSingleton<IFeature, ComposeFeature>();
        services.AddSingleton<AskInWords>(provider => provider.GetRequiredService<QuestionsFeature>().HandleAsync);
        services.AddSingleton<FileForEditors>(provider => provider.GetRequiredService<DroppedDocuments>().ReceiveAsync);
        services.AddSingleton<IFeature, FilesFeature>();
        services.AddSingleton<IFeature, MyTrustFeature>();
        services.AddSingleton<IFeature, MapsFeature>();
        services.AddSingleton<IFeature, FeedbackFeature>();
        services.AddSingleton<IFeature, ExpertsFeature>();
        services.AddSingleton<IFeature, TypeaheadFeature>();
        services.AddSingleton<IFeature, WelcomeFeature>();
        return services;
    }

    // What waited may be a question, or a sentence such as "take me through the eight questions". Found late: the features need this to be made.
    private static AnswerAgain AnsweringAgain(IServiceProvider provider) => async (turn, question, note, ct) =>
    {
        foreach (var listener in provider.GetServices<IListener>())
            if (await listener.HearAsync(turn, question, ct) is { } heard) return AsCard(heard);
        return await provider.GetRequiredService<QuestionsFeature>().AgainAsync(turn, question, note, ct);
    };

    private static AdaptiveCard AsCard(TurnResult heard)
    {
        if (heard is TurnResult.Card card) return card.Value;
        var text = heard is TurnResult.Text words ? words.Value : "Done.";
        return new AdaptiveCard { Body = [new TextBlock(text)], FallbackText = text, Summary = text };
    }
}
