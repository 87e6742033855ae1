using System.Text.Json;
using Bot.Tests.Whole;

namespace Bot.Tests.Features.Editing;

internal static class KeptVillageSteps
{
    public static async Task<JsonElement> OpenAsync(this KeptVillage village, Keeper keeper, string article)
    {
        _ = village;
        return await keeper.OpensAsync(await keeper.HearsAsync($"edit {article}"), "Edit in a form");
    }

    public static async Task SaveAsync(this KeptVillage village, Keeper keeper, string article, string said)
    {
        var form = await village.OpenAsync(keeper, article);
        Assert.Equal(JsonValueKind.Undefined, (await keeper.SendsAsync(form, "Save as a draft", ("shortAnswer", said), ("why", "It has changed."))).ValueKind);
    }

    public static async Task UntilAsync(this GuideOnKestrel guide, Func<Task<bool>> holds)
    {
        _ = guide;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        while (!await holds()) await Task.Delay(50, limit.Token);
    }
}
