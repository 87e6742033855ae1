using Answers.Ranking;
using Answers.Understanding;

namespace Answers.Deciding;

/// <summary>Trains the ensemble and, beside it, the smaller ones that the second stage is fitted with.</summary>
internal static class Training
{
    public static (Assessor Assessor, SecondStage Stage) Run(KnowledgeBase source, QuestionReader reader, bool fitStage)
    {
        var texts = TrainingTexts.Of(source, reader);
        var learn = TrainingTexts.WithSlips(source, reader, texts);
        var answers = TrainingTexts.Answers(source, reader);
        var classes = new ClassCount(source.Entries.Count, source.Strangers.Count);
        var kinds = new AnswerKinds(source.Entries);
        var plan = TrainingPlan.For(source);
        IReadOnlyList<TrainingText>[] sets = [learn, .. fitStage ? SecondStageFitting.Sets(texts, classes, plan.Rounds) : []];
        var ensembles = EnsembleTraining.Run(sets, classes, plan);
        var assessors = ensembles.AsParallel().AsOrdered().Select((e, i) => TrainedAssessor.From(e, sets[i], answers, kinds)).ToArray();
        return (assessors[0], fitStage ? SecondStageFitting.Fit(texts, assessors[1..]) : SecondStage.Unfitted);
    }
}
