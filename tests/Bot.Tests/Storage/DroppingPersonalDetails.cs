using Bot.Storage;

namespace Bot.Tests.Storage;

public sealed class DroppingPersonalDetails
{
    [Theory]
    // NHS numbers: valid check digits only
    [InlineData("9434765919", "#")]
    [InlineData("943 476 5919", "#")]
    [InlineData("943-476-5919", "#")]
    [InlineData("NHS no.943 476 5919, please", "NHS no.#, please")]
    [InlineData("NHS9434765919", "NHS#")]
    [InlineData("my number is 943\u00A0476\u20115919 ok", "my number is # ok")]
    [InlineData("９４３４７６５９１９", "#")]
    [InlineData("9\u200B434\u200B765\u00AD919!", "#!")]
    [InlineData("943  476 - 5919", "#")]
    [InlineData("111 943 4765919", "111 #")]
    [InlineData("4010232137 and 401 023 2137", "# and #")]
    [InlineData("9434765918", "9434765918")]
    [InlineData("943 476 5910", "943 476 5910")]
    [InlineData("19434765919", "19434765919")]
    [InlineData("94347659190", "94347659190")]
    [InlineData("1234567890", "1234567890")]
    [InlineData("a budget of 1,234,567,890", "a budget of 1,234,567,890")]
    [InlineData("100 000 0010", "100 000 0010")]
    // Dates of birth
    [InlineData("born 3 March 1954", "born #")]
    [InlineData("I was born on the 3rd of March, 1954.", "I was born on the #.")]
    [InlineData("DOB 03/03/1954", "DOB #")]
    [InlineData("d.o.b. 3-3-54", "d.o.b. #")]
    [InlineData("Date of birth: 1954-03-03", "Date of birth: #")]
    [InlineData("dob 03031954", "dob #")]
    [InlineData("date of birth is 05/06/2023", "date of birth is #")]
    [InlineData("born on 12/05/2015", "born on #")]
    [InlineData("12/05/2015 (dob)", "# (dob)")]
    [InlineData("her birthday, March 3rd, 1954", "her birthday, #")]
    [InlineData("born in March 1954", "born in #")]
    [InlineData("patient 03.03.1954 from Leeds", "patient # from Leeds")]
    [InlineData("patient 3/3/54", "patient #")]
    [InlineData("03-Mar-1954", "#")]
    [InlineData("03 mar '54", "#")]
    [InlineData("12/25/1980", "#")]
    [InlineData("٠٣/٠٣/١٩٥٤", "#")]
    [InlineData("3 / 3 / 1954", "#")]
    [InlineData("03 03 1954", "#")]
    [InlineData("dob 3/3/1954, and the ICS of 1 July 2022", "dob #, and the ICS of 1 July 2022")]
    // Dates that must stay
    [InlineData("1 July 2022", "1 July 2022")]
    [InlineData("April 2021", "April 2021")]
    [InlineData("31 March 2017", "31 March 2017")]
    [InlineData("15 March 2016", "15 March 2016")]
    [InlineData("who were partners on 31/03/2017?", "who were partners on 31/03/2017?")]
    [InlineData("01-04-2022 10 am", "01-04-2022 10 am")]
    [InlineData("01/07/22", "01/07/22")]
    [InlineData("2016-10-21", "2016-10-21")]
    [InlineData("from 2016/17 to 2020/21", "from 2016/17 to 2020/21")]
    [InlineData("in October 2006", "in October 2006")]
    [InlineData("ICBs were born on 1 July 2022", "ICBs were born on 1 July 2022")]
    [InlineData("between April 2004 and 2013", "between April 2004 and 2013")]
    [InlineData("section 1.2.10 of version 1.2.10.5", "section 1.2.10 of version 1.2.10.5")]
    [InlineData("44 STPs in 2016, 42 ICSs in 2022, 26 in 2026", "44 STPs in 2016, 42 ICSs in 2022, 26 in 2026")]
    [InlineData("Regulation 2012/13/1", "Regulation 2012/13/1")]
    [InlineData("32/13/1954", "32/13/1954")]
    // Email addresses
    [InlineData("ask jo.o'neill+ics@trust.nhs.uk.", "ask #.")]
    [InlineData("<a@b.co>", "<#>")]
    [InlineData("j\u00F6rg@b\u00FCro.example", "#")]
    [InlineData("jo＠nhs．net", "#")]
    [InlineData("@ICS Guide what is an STP?", "@ICS Guide what is an STP?")]
    [InlineData("meet @ Leeds", "meet @ Leeds")]
    // Phone numbers
    [InlineData("07700 900123", "#")]
    [InlineData("07700900123", "#")]
    [InlineData("07 700 900 123", "#")]
    [InlineData("+44 7700 900123", "#")]
    [InlineData("+44 (0)7700 900 123", "#")]
    [InlineData("0044 7700 900123", "#")]
    [InlineData("00447700900123", "#")]
    [InlineData("(020) 7946 0958", "#")]
    [InlineData("020-7946-0958 today", "# today")]
    [InlineData("+44 20 7946 0958", "#")]
    [InlineData("(+44) 20 7946 0958", "#")]
    [InlineData("0113 496 0999, 0113 496 0998", "#, #")]
    [InlineData("01632 96099", "#")]
    [InlineData("0800 496099", "#")]
    [InlineData("call me (0113 4960999)", "call me (#)")]
    [InlineData("447700900123", "#")]
    [InlineData("020 7946 0958 2018", "# 2018")]
    [InlineData("0.123456789012", "0.123456789012")]
    [InlineData("00123456789", "00123456789")]
    [InlineData("0113 2016 2017", "0113 2016 2017")]
    [InlineData("ODS codes RCB, RR8 and QWO", "ODS codes RCB, RR8 and QWO")]
    // Postcodes
    [InlineData("which ICS is S75 2EP in", "which ICS is # in")]
    [InlineData("SW1A 1AA", "#")]
    [InlineData("sw1a1aa, m1 1ae and EC1A\u00A01BB", "#, # and #")]
    [InlineData("I live at (LS1  4AP).", "I live at (#).")]
    [InlineData("B33 8TH", "#")]
    [InlineData("codes S75, QF7, Z9B2Z and G6V2S", "codes S75, QF7, Z9B2Z and G6V2S")]
    [InlineData("q1 2nd part", "q1 2nd part")]
    [InlineData("XS75 2EPX", "XS75 2EPX")]
    [InlineData("RX4 in 2018", "RX4 in 2018")]
    // Several at once, nothing at all
    [InlineData("Jo, jo@nhs.net, 07700 900123, 943 476 5919, born 3 March 1954", "Jo, #, #, #, born #")]
    [InlineData("", "")]
    [InlineData("what's an ICS? 😀", "what's an ICS? 😀")]
    [InlineData("😀 9434765919 \ud800", "😀 # \ud800")]
    public void Dropping_TakesOutWhatIsPersonalAndNothingElse(string text, string expected)
    {
        var dropped = PersonalDetails.Drop(text);
        Assert.Equal(expected, Hashes(dropped.Text));
        Assert.Equal(expected != text, dropped.Found != PersonalDetailKinds.None);
        Assert.Equal(dropped.Text, PersonalDetails.Drop(dropped.Text).Text);
    }

    [Theory]
    [InlineData("9434765919", PersonalDetailKinds.NhsNumber)]
    [InlineData("dob 3/3/54", PersonalDetailKinds.DateOfBirth)]
    [InlineData("jo@nhs.net", PersonalDetailKinds.EmailAddress)]
    [InlineData("07700 900123", PersonalDetailKinds.PhoneNumber)]
    [InlineData("S75 2EP", PersonalDetailKinds.Postcode)]
    [InlineData("jo@nhs.net 9434765919", PersonalDetailKinds.EmailAddress | PersonalDetailKinds.NhsNumber)]
    [InlineData("1 July 2022", PersonalDetailKinds.None)]
    public void Dropping_SaysWhichKindsWereFound(string text, PersonalDetailKinds kinds) =>
        Assert.Equal(kinds, PersonalDetails.Drop(text).Found);

    private static string Hashes(string text)
    {
        foreach (var label in (string[])["[NHS number removed]", "[date removed]", "[email address removed]", "[phone number removed]", "[postcode removed]"])
        {
            text = text.Replace(label, "#", StringComparison.Ordinal);
        }

        return text;
    }
}
