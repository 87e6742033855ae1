using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Bot.Knowledge.Documents.Pdf;

/// <summary>Runs poppler's pdftotext on bytes: no shell, no file, so many seconds and so much text at most.</summary>
internal sealed class PdfToText(string program, TimeSpan patience)
{
    private const int MostBytes = 100 * 1024 * 1024, MostNoise = 10_000;

    public static PdfToText Installed { get; } = new("pdftotext", TimeSpan.FromSeconds(60));

    /// <exception cref="DocumentException">The program is missing, the PDF cannot be read, or it takes too long.</exception>
    public async Task<string> RunAsync(ReadOnlyMemory<byte> pdf, IEnumerable<string> options, CancellationToken ct)
    {
        using var process = Start(options);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(patience);
        try
        {
            var noise = NoiseAsync(process.StandardError, limit.Token);
            var fed = FeedAsync(process, pdf, limit.Token);
            var text = await CappedAsync(process.StandardOutput.BaseStream, limit.Token);
            await fed;
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0 ? text : throw new DocumentException(Why(process.ExitCode, await noise));
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new DocumentException($"The PDF took longer than {patience.TotalSeconds:0} seconds to read, so it was given up. Split it and send the parts.");
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }

    private Process Start(IEnumerable<string> options)
    {
        var start = new ProcessStartInfo(program, [.. options, "-enc", "UTF-8", "-", "-"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        try
        {
            return Process.Start(start) ?? throw new DocumentException(Missing);
        }
        catch (Win32Exception)
        {
            throw new DocumentException(Missing);
        }
    }

    private const string Missing = "PDFs are read with the program pdftotext, which is not installed where the service runs. Install poppler (on Debian: apt-get install poppler-utils), or send the document as .docx.";

    // A program that has read enough closes its end first.
    private static async Task FeedAsync(Process process, ReadOnlyMemory<byte> pdf, CancellationToken ct)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(pdf, ct);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
        }
    }

    private static async Task<string> NoiseAsync(StreamReader errors, CancellationToken ct)
    {
        var text = new StringBuilder();
        while (await errors.ReadLineAsync(ct) is { } line)
            if (text.Length < MostNoise) text.AppendLine(line);
        return text.ToString();
    }

    private static async Task<string> CappedAsync(Stream output, CancellationToken ct)
    {
        var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = await output.ReadAsync(buffer, ct)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > MostBytes) throw new DocumentException("The PDF holds more text than a document can, so it was given up. Split it and send the parts.");
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static string Why(int code, string noise) =>
        noise.Contains("password", StringComparison.OrdinalIgnoreCase) ? "The PDF is protected by a password. Save it without one and send it again."
        : code == 3 ? "The PDF does not permit its text to be read. Ask whoever made it for a copy that does."
        : "The PDF cannot be opened: it is damaged or cut short. Save it anew and send it again.";
}
