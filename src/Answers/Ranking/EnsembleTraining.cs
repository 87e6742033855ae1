using Answers.Index;

namespace Answers.Ranking;

/// <summary>Trains the members, one thread each, so that the result does not depend on scheduling.</summary>
internal static class EnsembleTraining
{
    public static Ensemble Run(IReadOnlyList<TrainingText> texts, ClassCount classes, TrainingPlan plan)
    {
        // Slips teach the weights, but add no features of their own: a slip is rarely seen twice.
        var clean = texts.Where(t => !t.IsSlip).ToArray();
        var words = FeatureSpace.From(new WordView(), clean.Select(t => t.Raw.Words));
        var characters = FeatureSpace.From(new CharacterView(), clean.Select(t => t.Raw.Characters));
        var examples = new Example[texts.Count];
        Parallel.For(0, texts.Count, i =>
            examples[i] = new Example(words.Weigh(texts[i].Raw.Words), characters.Weigh(texts[i].Raw.Characters), texts[i].Class));
        var jobs = Jobs(examples, words.Count, characters.Count, classes.All, plan);
        var members = new Member[jobs.Count];
        Parallel.For(0, jobs.Count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, i => members[i] = jobs[i]());
        return new Ensemble(words, characters, members, classes);
    }

    private static List<Func<Member>> Jobs(Example[] examples, int words, int characters, int classes, TrainingPlan plan)
    {
        var jobs = new List<Func<Member>>
        {
            () => Svm.Train(false, examples, words, classes, plan.SvmPasses, 11),
            () => Svm.Train(true, examples, characters, classes, plan.SvmPasses, 12),
        };
        if (plan.Hidden == 0) return jobs;
        jobs.Add(() => Perceptron.Train(false, examples, words, classes, new PerceptronPlan(plan.Hidden, plan.PerceptronPasses, 13)));
        jobs.Add(() => Perceptron.Train(true, examples, characters, classes, new PerceptronPlan(plan.Hidden, plan.PerceptronPasses, 14)));
        return jobs;
    }
}
