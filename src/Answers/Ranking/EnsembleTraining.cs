using Answers.Index;
using Answers.Text;

namespace Answers.Ranking;

/// <summary>Trains the members, one thread each, so that the result does not depend on scheduling.</summary>
internal static class EnsembleTraining
{
    public static Ensemble Run(IReadOnlyList<TrainingText> texts, ClassCount classes, TrainingPlan plan)
    {
        var read = texts.Select(t => (t.Words, Stems: (IReadOnlyList<string>)[.. t.Words.Select(Stems.Of)])).ToArray();
        var words = FeatureSpace.From(new WordView(), read);
        var characters = FeatureSpace.From(new CharacterView(), read);
        var examples = read
            .Select((t, i) => new Example(words.Weigh(t.Words, t.Stems), characters.Weigh(t.Words, t.Stems), texts[i].Class))
            .ToArray();
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
