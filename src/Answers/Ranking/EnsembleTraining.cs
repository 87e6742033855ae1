using System.Collections.Concurrent;
using Answers.Index;

namespace Answers.Ranking;

/// <summary>Trains ensembles, each member on one thread, so that the result does not depend on scheduling.</summary>
internal sealed class EnsembleTraining
{
    private readonly FeatureSpace _words, _characters;
    private readonly Example[] _examples;
    private readonly ClassCount _classes;
    private readonly TrainingPlan _plan;
    private readonly Member[] _members;

    private EnsembleTraining(IReadOnlyList<TrainingText> texts, ClassCount classes, TrainingPlan plan)
    {
        (_classes, _plan) = (classes, plan);
        // Slips teach the weights, but add no features of their own: a slip is rarely seen twice.
        var clean = texts.Where(t => !t.IsSlip).ToArray();
        _words = FeatureSpace.From(new WordView(), clean.Select(t => t.Raw.Words), plan.KeepRare);
        _characters = FeatureSpace.From(new CharacterView(), clean.Select(t => t.Raw.Characters), plan.KeepRare);
        _examples = new Example[texts.Count];
        Parallel.For(0, texts.Count, i => _examples[i] = new Example(_words.Weigh(texts[i].Raw.Words), _characters.Weigh(texts[i].Raw.Characters), texts[i].Class));
        _members = new Member[plan.SoftmaxPasses > 0 ? 5 : 4];
    }

    /// <summary>One ensemble for each set of texts. All members of all ensembles are trained beside each other.</summary>
    public static Ensemble[] Run(IEnumerable<IReadOnlyList<TrainingText>> sets, ClassCount classes, TrainingPlan plan)
    {
        var trainings = sets.AsParallel().AsOrdered().Select(texts => new EnsembleTraining(texts, classes, plan)).ToArray();
        // The slow members first, so that no thread is left with one at the end.
        var jobs = trainings.SelectMany(t => Enumerable.Range(0, t._members.Length).Select(m => (Training: t, Member: m))).OrderByDescending(j => j.Member).ToArray();
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.ForEach(Partitioner.Create(jobs, EnumerablePartitionerOptions.NoBuffering), options, j => j.Training.Train(j.Member));
        return [.. trainings.Select(t => new Ensemble(t._words, t._characters, t._members, classes))];
    }

    private void Train(int member)
    {
        var characters = member % 2 == 1;
        var features = (characters ? _characters : _words).Count;
        var seed = 11 + (ulong)member;
        _members[member] = member switch
        {
            0 or 1 => SvmTraining.Run(characters, _examples, features, _classes.All, _plan.SvmPasses, seed),
            2 or 3 => PerceptronTraining.Run(characters, _examples, features, _classes.All, new PerceptronPlan(_plan.Hidden, _plan.PerceptronPasses, seed)),
            _ => SoftmaxTraining.Run(characters, _examples, features, _classes.All, _plan.SoftmaxPasses, seed),
        };
    }
}
