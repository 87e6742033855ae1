using System.Text;
using static Bot.Tests.Knowledge.Documents.Made.Reading;

namespace Bot.Tests.Knowledge.Documents;

/// <summary>Ugly web pages, made here, each with what must come out. The numbers are those of the list of fixtures.</summary>
public sealed class ReadingWebPages
{
    [Fact]
    public async Task F28_AnAccordion_IsRead_AndTheCookieBannerNavAndRelatedLinksAreNot()
    {
        var read = await ReadAsync("parking.html", """
            <!DOCTYPE html><html><head><meta charset="utf-8"><title>Parking - Staff pages - Example Trust</title><style>p{}</style></head><body>
            <div id="cookie-banner"><p>We use cookies to make this site better. Accept?</p><button>Accept</button></div>
            <nav><a href="/">Home</a><a href="/staff">Staff</a></nav>
            <div class="content"><h1>Parking</h1><p>There are three car parks.</p>
            <div class="accordion"><button aria-expanded="false" aria-controls="p1">Who may park here?</button><div id="p1" hidden><p>Staff with a <a href="https://example.org/permit">blue permit</a>.</p></div>
            <h2><button aria-controls="p2">Opening hours</button></h2><div id="p2" aria-hidden="true">From 6am to 10pm.</div></div>
            <details><summary>Is it free?</summary><p>No.</p><p>It costs £2.</p></details><p>Ask the desk about anything else.</p>
            <dl><dt>What about bicycles?</dt><dd>They stand behind the hall.</dd></dl>
            <script>document.write('<p>tracked</p>')</script></div>
            <div class="related-links"><h2>Related</h2><a href="/bus">Buses</a></div><footer>Example Trust 2026</footer></body></html>
            """);

        Assert.Equal("Parking", read.Title);
        Assert.Equal([("Who may park here?", "Staff with a [blue permit](https://example.org/permit)."), ("Is it free?", "No.\n\nIt costs £2."), ("What about bicycles?", "They stand behind the hall.")], read.Asked());
        Assert.Equal([("Parking", "There are three car parks."), ("Opening hours", "From 6am to 10pm.\n\nAsk the desk about anything else.")], read.Said());
        Assert.Equal(["cookie banner 1", "navigation and asides 2", "page header and footer 1", "scripts and frames 1"], read.Left());
    }

    [Fact]
    public async Task F29_APageWithoutCharset_IsReadAsWindows1252_WithItsListsOfLineBreaks()
    {
        var bytes = Encoding.Latin1.GetBytes("<html><head><base href=\"https://example.org/staff/\"></head><body><h1>Caf\u00E9</h1><p>Costs&nbsp;\u00A33, \u0093fair\u0094 we think. See <a href=\"menu.html\">the menu</a> or <a href=\"#top\">the top</a>.</p><p>\u0095 tea<br>\u0095 coffee<br>\u0095 cake</p><p>Monday 9am to 5pm<br>Tuesday 9am to 5pm<br>Friday 9am to noon</p></body></html>");

        var read = await ReadAsync("cafe.htm", bytes);

        Assert.Equal([("Caf\u00E9", "Costs \u00A33, \u201Cfair\u201D we think. See [the menu](https://example.org/staff/menu.html) or the top.\n\n- tea\n- coffee\n- cake\n- Monday 9am to 5pm\n- Tuesday 9am to 5pm\n- Friday 9am to noon")], read.Said());
        Assert.Contains(read.Warnings, w => w.Contains("Windows-1252", StringComparison.Ordinal));
    }

    [Fact]
    public async Task QuestionsForSearchEngines_ArePairs_AndNotTwice()
    {
        var read = await ReadAsync("faq.html", """
            <html><head><title>Help</title><script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"FAQPage","mainEntity":[
            {"@type":"Question","name":"Is it open?","acceptedAnswer":{"@type":"Answer","text":"<p>Yes.</p>"}},
            {"@type":"Question","name":"Who pays?","acceptedAnswer":{"@type":"Answer","text":"<ul><li>you</li><li>us</li></ul><script>alert(1)<\/script>"}}]}]}</script></head>
            <body><main><h1>Help</h1><h2>Is it open?</h2><p>Yes, always.</p></main></body></html>
            """);

        Assert.Equal([("Is it open?", "Yes, always."), ("Who pays?", "- you\n- us")], read.Asked());
    }

    [Fact]
    public async Task ATableWithSpans_SaysWhichColumnEachCellIsOf()
    {
        var read = await ReadAsync("fees.html", "<html><body><main><h1>Fees</h1><table><tr><th>Form</th><th>Fee</th></tr><tr><td rowspan=2>Late</td><td>£20</td></tr><tr><td>£40 by post</td></tr></table></main></body></html>");

        Assert.Equal([("Fees", "- Late. Fee: £20\n- Late. Fee: £40 by post")], read.Said());
    }

    [Fact]
    public async Task AScript_IsNeverCarriedOver()
    {
        var read = await ReadAsync("bad.html", """
            <html><body><main><h1 onclick="alert(1)">Rules</h1><p>Keep <b onmouseover="alert(2)">quiet</b>.<sup><a href="#n1">[1]</a></sup><script>alert(3)</script><img src=x onerror=alert(4)>
            <a href="javascript:alert(5)">Press</a> or <a href="data:text/html,x">this</a>. [Or](javascript:alert(6)) that.</p><iframe src="https://evil.example"></iframe><svg><script>alert(7)</script></svg></main></body></html>
            """);

        Assert.Equal([("Rules", "Keep quiet. Press or this. Or that.")], read.Said());
        Assert.Equal(["footnotes 1", "links that lead to no web page 2", "pictures 2", "scripts and frames 2"], read.Left());
    }

    [Fact]
    public async Task APageNestedWithoutEnd_IsRefused_AndADeepOneIsReadAsFarAsItMakesSense()
    {
        Assert.Contains("nested too deeply", await RefusedAsync("deep.html", Encoding.UTF8.GetBytes($"<html><body>{string.Concat(Enumerable.Repeat("<div><b>", 1_000_000))}deep")), StringComparison.Ordinal);

        var read = await ReadAsync("deep.html", $"<html><body><p>Above it all stands a sentence.</p>{string.Concat(Enumerable.Repeat("<div><b>", 900))}deep</body></html>");

        Assert.Equal("Above it all stands a sentence.", Assert.Single(read.Passages).Text);
        Assert.Contains(read.Warnings, w => w.Contains("nested too deeply", StringComparison.Ordinal));
    }
}
