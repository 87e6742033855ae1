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

    /// <summary>Every fold's questions, judged by a stage that was fitted on the other folds.</summary>
    public static List<HeldBack> HoldBack(KnowledgeBase source, QuestionReader reader)
    {
        var texts = TrainingTexts.Of(source, reader);
        var answers = TrainingTexts.Answers(source, reader);
        var classes = new ClassCount(source.Entries.Count, source.Strangers.Count);
        IReadOnlyList<TrainingText>[] sets = [.. SecondStageFitting.Sets(texts, classes, SecondStageFitting.Folds)];
        var ensembles = EnsembleTraining.Run(sets, classes, TrainingPlan.For(source));
        var kinds = new AnswerKinds(source.Entries);
        var seen = ensembles.Select((e, fold) => SecondStageFitting.Asked(texts, TrainedAssessor.From(e, sets[fold], answers, kinds), fold).ToArray()).ToArray();
        var held = new List<HeldBack>();
        for (var fold = 0; fold < seen.Length; fold++)
        {
            var stage = SecondStageFitting.FitOn([.. seen.Where((_, other) => other != fold).SelectMany(s => s)]);
            held.AddRange(SecondStageFitting.AsExpected(seen[fold]).Select(c => new HeldBack(stage.Chance(stage.Score(c.Signals)), c.Right, c.Weight)));
        }

        return held;
    }
}
