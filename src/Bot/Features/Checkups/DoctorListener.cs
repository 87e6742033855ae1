using Bot.Checkups;
using Bot.Roles;
using Bot.Turns;

namespace Bot.Features.Checkups;

/// <summary>Tells an admin how the service stands. For everybody else the word is a question like any other.</summary>
public sealed class DoctorListener(Doctor doctor, RoleGate roles) : IListener
{
    private const string OnlyPersonal = "How this guide is set up is not for everybody here. Ask me in your personal chat with me.";

    public async ValueTask<TurnResult?> HearAsync(TurnContext turn, string text, CancellationToken ct)
    {
        if (!DoctorSentence.Is(text) || await roles.OfAsync(turn, ct) < Role.Admin) return null;
        return turn.IsPersonal ? new TurnResult.Card(DoctorCard.Of(await doctor.LookAsync(ct))) : new TurnResult.Text(OnlyPersonal);
    }
}
