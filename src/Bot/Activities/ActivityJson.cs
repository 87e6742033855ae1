using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Activities;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(ConnectorAnswer))]
internal sealed partial class ActivityJson : JsonSerializerContext;
