using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Activities;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(ConnectorAnswer))]
[JsonSerializable(typeof(ConversationMember))]
[JsonSerializable(typeof(MembersPage))]
[JsonSerializable(typeof(NewConversation))]
[JsonSerializable(typeof(TeamDetails))]
[JsonSerializable(typeof(TeamChannels))]
[JsonSerializable(typeof(MeetingDetails))]
[JsonSerializable(typeof(MeetingParticipant))]
internal sealed partial class ActivityJson : JsonSerializerContext;
