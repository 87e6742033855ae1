using System.Diagnostics;
using System.Globalization;

namespace Bot.Tests.Support;

/// <summary>LibreOffice and poppler, where the machine has them.</summary>
internal static class Office
{
    public static string? Program() => new[] { "/usr/bin/soffice", "/usr/bin/libreoffice" }.FirstOrDefault(File.Exists);

    /// <summary>Makes a PDF beside the document and a picture of each page; gives the number of pages.</summary>
    public static async Task<int> PagesAsync(string office, string document)
    {
        var folder = Path.GetDirectoryName(document)!;
        var pdf = Path.ChangeExtension(document, ".pdf");
        File.Delete(pdf);
        // A profile of its own, so that no other LibreOffice takes the call.
        using var profile = new TemporaryFolder();
        await RunAsync(office, $"-env:UserInstallation=file://{profile.Path}", "--headless", "--convert-to", "pdf", "--outdir", folder, document);
        Assert.True(File.Exists(pdf), $"LibreOffice made no PDF of {document}.");
        await RunAsync("pdftoppm", "-r", "60", "-png", pdf, Path.Combine(folder, Path.GetFileNameWithoutExtension(document)));
        var information = await RunAsync("pdfinfo", pdf);
        var pages = information.Split('\n').Single(line => line.StartsWith("Pages:", StringComparison.Ordinal));
        return int.Parse(pages["Pages:".Length..].Trim(), CultureInfo.InvariantCulture);
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{program}: {await errors}");
        return await output;
    }
}
