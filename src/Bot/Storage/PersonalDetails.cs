using System.Text;
using Bot.Storage.Personal;

namespace Bot.Storage;

[Flags]
public enum PersonalDetailKinds
{
    None = 0,
    NhsNumber = 1,
    DateOfBirth = 2,
    EmailAddress = 4,
    PhoneNumber = 8,
    Postcode = 16,
}

public sealed record RedactionResult(string Text, PersonalDetailKinds Found);

/// <summary>Takes personal details out of text before it is kept; needs none of them, so it would rather drop one too many.</summary>
public static class PersonalDetails
{
    public static RedactionResult Drop(string text)
    {
        var plain = PlainText.Of(text);
        var found = new List<Detail>();
        EmailAddresses.Find(plain.Folded, found);
        NhsNumbers.Find(plain.Folded, found);
        PhoneNumbers.Find(plain.Folded, found);
        DatesOfBirth.Find(plain.Folded, found);
        Postcodes.Find(plain.Folded, found);
        if (found.Count == 0)
        {
            return new RedactionResult(text, PersonalDetailKinds.None);
        }

        found.Sort((a, b) => a.Start.CompareTo(b.Start));
        var kept = new StringBuilder(text.Length);
        var kinds = PersonalDetailKinds.None;
        var (copied, reached) = (0, 0);
        foreach (var detail in found)
        {
            kinds |= detail.Kind;
            if (detail.Start >= reached)
            {
                var start = plain.StartOf(detail.Start);
                kept.Append(text, copied, start - copied).Append(Label(detail.Kind));
            }

            reached = Math.Max(reached, detail.End);
            copied = plain.EndOf(reached - 1);
        }

        return new RedactionResult(kept.Append(text, copied, text.Length - copied).ToString(), kinds);
    }

    /// <summary>What is left of a dropped text when the labels that stand for the details are cut out too.</summary>
    public static string WithoutLabels(string dropped)
    {
        foreach (var kind in Enum.GetValues<PersonalDetailKinds>())
        {
            dropped = dropped.Replace(Label(kind), "", StringComparison.Ordinal);
        }

        return dropped;
    }

    // None of these may itself look like a detail or like the word "birth": dropping twice changes nothing.
    private static string Label(PersonalDetailKinds kind) => kind switch
    {
        PersonalDetailKinds.NhsNumber => "[NHS number removed]",
        PersonalDetailKinds.DateOfBirth => "[date removed]",
        PersonalDetailKinds.EmailAddress => "[email address removed]",
        PersonalDetailKinds.Postcode => "[postcode removed]",
        _ => "[phone number removed]",
    };
}
