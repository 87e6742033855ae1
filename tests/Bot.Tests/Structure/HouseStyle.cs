namespace Bot.Tests.Structure;

public sealed class HouseStyle
{
    private const int MostLines = 250;
    private static readonly string[] VagueWords = ["Manager", "Helper", "Util", "Common"];

    [Fact]
    public void NoType_IsNamedVaguely() => Faults.None(
        from file in SourceFile.OfTheProduct
        from type in file.Types
        where VagueWords.Any(word => type.Contains(word, StringComparison.Ordinal))
        select $"{file.Path}: {type}. Look once more for the noun.");

    [Fact]
    public void TheNamespace_IsTheFolder() => Faults.None(
        from file in SourceFile.OfTheProduct
        where file.Path != "src/Bot/Program.cs"
        let folder = file.Folder["src/".Length..].Replace('/', '.')
        where file.Namespace != folder
        select $"{file.Path}: namespace {file.Namespace ?? "(none)"} should be {folder}.");

    [Fact]
    public void NoFile_IsLong() => Faults.None(
        from file in SourceFile.OfTheProduct
        where file.Lines > MostLines
        select $"{file.Path}: {file.Lines} lines. Over {MostLines} it is usually two ideas.");

    [Fact]
    public void TimeComesFromTimeProvider() => Faults.None(
        from file in SourceFile.OfTheProduct
        from clock in file.MachineClocks
        select $"{file.Path}: {clock}. Take a TimeProvider.");

    [Fact]
    public void SettingsComeFromConfiguration() => Faults.None(
        from file in SourceFile.OfTheProduct
        from read in file.EnvironmentReads
        select $"{file.Path}: {read}. Bind an option; the README's table lists them all.");
}
