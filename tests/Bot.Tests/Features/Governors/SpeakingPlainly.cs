using Bot.Features.Governors;
using Bot.Features.Governors.Packing;
using Bot.Features.Governors.Recording;
using Bot.Features.Governors.Reminding;
using Bot.Features.Governors.Walking;
using Bot.Features.Privacy;
using Bot.Tests.Support;

namespace Bot.Tests.Features.Governors;

public sealed class SpeakingPlainly
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("12 January", "12 January 2027")]
    [InlineData("the 12th of January", "12 January 2027")]
    [InlineData("Jan 12", "12 January 2027")]
    [InlineData("22 November", "22 November 2026")]
    [InlineData("21 November", "21 November 2027")]
    [InlineData("12/1/27", "12 January 2027")]
    [InlineData("12.01.2027", "12 January 2027")]
    [InlineData("2027-01-12", "12 January 2027")]
    [InlineData("29 February", "29 February 2028")]
    [InlineData("3rd Sept 2027", "3 September 2027")]
    [InlineData("tomorrow", "23 November 2026")]
    public void ADay_IsRead_AndTheNextOneIsMeantWithoutAYear(string words, string day) =>
        Assert.Equal(day, SpokenDate.Words(SpokenDate.In(words, Today)!.Day));

    [Theory]
    [InlineData("31 June")]
    [InlineData("29 February 2027")]
    [InlineData("12/13/2027")]
    [InlineData("soon")]
    [InlineData("0 January")]
    [InlineData("12 Janitors")]
    public void ADayThatDoesNotExist_IsNone(string words) => Assert.Null(SpokenDate.In(words, Today));

    [Theory]
    [InlineData("Take me through the eight questions")]
    [InlineData("walk me through the 8 questions please")]
    [InlineData("can you go through the eight governor questions with me")]
    [InlineData("let's start the eight questions")]
    [InlineData("Help me prepare for the council meeting")]
    [InlineData("help me get ready for our next council of governors meeting on 12 January")]
    [InlineData("please prepare me for the governors' meeting")]
    [InlineData("continue with the eight questions")]
    [InlineData("where was I?")]
    [InlineData("show my progress")]
    public void AWalk_IsStartedInManyWords(string words) => Assert.IsType<WalkSentence.Start>(WalkSentence.Of(words));

    [Theory]
    [InlineData("What did we hear last time about finance?", "finance")]
    [InlineData("what did I note about the public funds", "public funds")]
    [InlineData("what did we hear about engagement last time", "engagement")]
    [InlineData("what were the answers last time", "")]
    [InlineData("show me my notes", "")]
    [InlineData("what did we hear last time", "")]
    public void TheRecord_IsAskedInManyWords(string words, string topic) => Assert.Equal(topic, Assert.IsType<RecordSentence.Heard>(RecordSentence.Of(words)).Topic);

    [Theory]
    [InlineData("what is still open?")]
    [InlineData("what's outstanding")]
    [InlineData("which questions are still open")]
    [InlineData("show my follow-ups")]
    public void WhatIsOpen_IsAskedInManyWords(string words) => Assert.IsType<RecordSentence.StillOpen>(RecordSentence.Of(words));

    [Theory]
    [InlineData("make my pack")]
    [InlineData("can you build a meeting pack for the next council meeting?")]
    [InlineData("print my governors' pack as plain text")]
    [InlineData("I want a pack for my council meeting")]
    public void APack_IsAskedForInManyWords(string words) => Assert.True(PackSentence.Asks(words));

    [Theory]
    [InlineData("What do you hold about me?", "Show")]
    [InlineData("what data have you got on me", "Show")]
    [InlineData("what have you stored about me", "Show")]
    [InlineData("delete what you hold about me", "Delete")]
    [InlineData("please delete everything you know about me", "Delete")]
    [InlineData("erase all my data", "Delete")]
    [InlineData("forget everything about me", "Delete")]
    [InlineData("delete the eight questions", "None")]
    [InlineData("forget my trust", "None")]
    public void Privacy_IsAskedForInManyWords(string words, string wish) => Assert.Equal(wish, PrivacySentence.Of(words).ToString());

    // The guide's own questions must reach the engine: a sentence that took one of them would hide an article.
    [Fact]
    public void NoQuestionOfAnArticle_IsTakenForASentence()
    {
        string[] mayBe = ["governors-prepare", "eight-questions", "about-privacy"];
        var taken = from id in BuiltInContent.Ids
                    where !mayBe.Contains(id)
                    from words in BuiltInContent.Alternates(id).Append(BuiltInContent.Question(id)).Concat(BuiltInContent.Variants(id))
                    where IsTaken(words)
                    select $"{id}: {words}";

        Structure.Faults.None(taken);
    }

    // "Next", "back" and a bare number are understood only on a walk.
    private static bool IsTaken(string words) =>
        WalkSentence.Of(words) is not (null or WalkSentence.Step or WalkSentence.Pick or WalkSentence.Leave)
        || RecordSentence.Of(words) is not null || ReminderSentence.Of(words) is not null || PackSentence.Asks(words) || PrivacySentence.Of(words) != PrivacyWish.None;
}
