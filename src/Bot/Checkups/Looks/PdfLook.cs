using System.ComponentModel;
using System.Diagnostics;

namespace Bot.Checkups.Looks;

/// <summary>Whether the program is there that reads PDF files.</summary>
internal sealed class PdfLook : ICheckup
{
    private const string About = "PDF";
    private const string Program = "pdftotext";

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken ct) => await VersionAsync(ct) is { } version
        ? [new(About, Standing.Well, $"PDF files are read by {version}.")]
        : [new(About, Standing.Note, $"The program {Program} is not there, so PDF files cannot be brought into the knowledge base. All else works.", "Install poppler: `apt-get install poppler-utils` on Debian and Ubuntu. The container brings it along.")];

    private static async Task<string?> VersionAsync(CancellationToken ct)
    {
        try
        {
            using var program = Process.Start(new ProcessStartInfo(Program, "-v") { RedirectStandardError = true, RedirectStandardOutput = true });
            if (program is null) return null;
            var said = await program.StandardError.ReadToEndAsync(ct);
            await program.WaitForExitAsync(ct);
            return said.ReplaceLineEndings("\n").Split('\n')[0].Trim() is { Length: > 0 } line ? line : Program;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
