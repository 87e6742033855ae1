using Bot.Tests.Support;

namespace Bot.Tests.Structure;

/// <summary>What the Dockerfile promises, as far as it can be read; its steps themselves are tried by .ci/run.</summary>
public sealed class ContainerFile
{
    private static readonly string[] Instructions =
        [.. File.ReadAllText(Repository.PathOf("Dockerfile")).Replace("\\\n", " ", StringComparison.Ordinal).Split('\n').Where(line => line.Length > 0 && line[0] != '#')];

    private static string[] Ignored => [.. File.ReadAllLines(Repository.PathOf(".dockerignore")).Where(line => line.Length > 0 && line[0] != '#')];

    [Fact]
    public void TheService_RunsAsSomebodyWithoutRights_AndIsAskedForItsHealth()
    {
        var last = Instructions[Array.FindLastIndex(Instructions, line => line.StartsWith("FROM ", StringComparison.Ordinal))..];

        Assert.Contains("USER 1654:1654", last);
        Assert.Contains(last, line => line.StartsWith("HEALTHCHECK ", StringComparison.Ordinal) && line.EndsWith("\"health\"]", StringComparison.Ordinal));
        Assert.Contains(last, line => line.Contains("poppler-utils", StringComparison.Ordinal));
        Assert.Contains("VOLUME /data", last);
    }

    [Fact]
    public void WhatItWrites_LiesOnTheVolume()
    {
        var environment = Assert.Single(Instructions, line => line.StartsWith("ENV ", StringComparison.Ordinal));

        Assert.Contains("Bot__Database__ConnectionString=\"Data Source=/data/", environment, StringComparison.Ordinal);
        Assert.Contains("Bot__Knowledge__Models=/data/", environment, StringComparison.Ordinal);
        Assert.Contains("TMPDIR=/data", environment, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryFileThatPublishingNeeds_IsLetThrough()
    {
        string[] needed = ["src", "manifest", "infra/container.sh", "Directory.Build.props", "Directory.Packages.props", "global.json", ".editorconfig"];

        Assert.Equal("*", Ignored[0]);
        Assert.All(needed, path =>
        {
            Assert.Contains($"!{path}", Ignored);
            Assert.True(Path.Exists(Repository.PathOf(path.Split('/'))), path);
        });
    }

    [Fact]
    public void EveryStepThatItRuns_IsAStepOfTheScript()
    {
        var script = File.ReadAllText(Repository.PathOf("infra", "container.sh"));
        var steps = Instructions.SelectMany(line => line.Split("container.sh")[1..]).Select(rest => rest.Trim(' ', '"', ',').Split(' ', '"')[0]).Where(step => step.Length > 0 && step[0] != '/').Distinct();

        Assert.All(steps, step => Assert.Contains($"\n{step}() {{", script, StringComparison.Ordinal));
        Assert.Contains("serve", steps);
    }
}
