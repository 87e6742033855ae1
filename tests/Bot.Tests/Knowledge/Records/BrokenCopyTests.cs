using Bot.Knowledge.Records;

namespace Bot.Tests.Knowledge.Records;

public sealed class BrokenCopyTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("records-test-").FullName;

    public BrokenCopyTests()
    {
        foreach (var file in Directory.EnumerateFiles(Raw.Folder)) File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
    }

    [Fact]
    public void SeveralMistakes_AreReportedAtOnce_WithFileAndLine()
    {
        Edit("footprints.csv", text => text.Replace("icb-dorset,", "icb-devon,", StringComparison.Ordinal));
        Edit("trusts.csv", text => text.Replace("QF7,QF7,QF7,QF7,1991-04-01,,,", "QF7,QXX,,QF7,1991-04-01,,,", StringComparison.Ordinal).Replace(",2024-09-30,RW1,", ",2024-09-30,ZZZ,", StringComparison.Ordinal));
        Edit("places.csv", text => text.Replace("Hartlepool,unitary,E06000001,QMK", "Hartlepool,unitary,E06000001,QMK:40", StringComparison.Ordinal));
        Edit("ccgs.csv", text => text.Replace(",16C,ODS-STP19", ",99X,ODS-STP19", StringComparison.Ordinal));
        Edit("partners.csv", text => text + "stp-nowhere,2019-04,CCG,,00L,NHS Northumberland CCG\n");

        var result = RecordSet.Load(_folder);

        Assert.Null(result.Set);
        Assert.Equal(["ccgs.csv", "footprints.csv", "partners.csv", "places.csv", "trusts.csv"], result.Problems.Select(p => p.File).Distinct().Order());
        Assert.Contains(result.Problems, p => p.Message == "The id 'icb-devon' is used twice.");
        Assert.Contains(result.Problems, p => p.Message.Contains("'ZZZ' is not the code of a trust", StringComparison.Ordinal));
        Assert.Contains(result.Problems, p => p is { File: "places.csv", Line: 2 } && p.Message.Contains("add up to 40 %", StringComparison.Ordinal));
        Assert.Contains(result.Problems, p => p.File == "partners.csv" && p.Line == Raw.Rows("partners.csv").Count + 2);
    }

    [Fact]
    public void ATrustWithoutAHome_IsAProblem()
    {
        Edit("trusts.csv", text => text.Replace("R0A,Manchester University NHS Foundation Trust,MFT,,acute,acute,yes,Manchester,QOP,QOP,QOP,QOP", "R0A,Manchester University NHS Foundation Trust,MFT,,acute,acute,yes,Manchester,QOP,,QOP,QOP", StringComparison.Ordinal));
        Assert.Equal("Manchester University NHS Foundation Trust has no home in stp42.", Assert.Single(RecordSet.Load(_folder).Problems).Message);
    }

    [Fact]
    public void AMissingFootprint_IsCounted()
    {
        Edit("footprints.csv", text => string.Join('\n', text.Split('\n').Where(l => !l.StartsWith("icb-2026-essex,", StringComparison.Ordinal))));
        Assert.Contains(RecordSet.Load(_folder).Problems, p => p.Message == "The map icb36 has 35 footprints; 36 are expected.");
    }

    [Fact]
    public void AnExceptionThatIsNotNeeded_IsAProblem()
    {
        Edit("exceptions.csv", text => text + "shares,town:Leeds:stp44,No reason\n");
        Assert.Equal("The exception 'shares' for 'town:Leeds:stp44' is not needed.", Assert.Single(RecordSet.Load(_folder).Problems).Message);
    }

    [Fact]
    public void MissingFilesAndColumns_AreListedTogether()
    {
        File.Delete(Path.Combine(_folder, "waves.csv"));
        Edit("trusts.csv", text => text.Replace("code,name,aliases", "code,title,aliases", StringComparison.Ordinal));
        Assert.Equal(["The column 'name' is missing.", "The file is missing."], RecordSet.Load(_folder).Problems.Select(p => p.Message).Order());
    }

    [Fact]
    public void AnOpenQuote_IsAProblemNotAnException()
    {
        Edit("waves.csv", text => text + "\"Nowhere,2021-04-01,QF7\n");
        Assert.Contains(RecordSet.Load(_folder).Problems, p => p.File == "waves.csv");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Edit(string name, Func<string, string> change)
    {
        var path = Path.Combine(_folder, name);
        var before = File.ReadAllText(path);
        var after = change(before);
        Assert.NotEqual(before, after);
        File.WriteAllText(path, after);
    }
}
