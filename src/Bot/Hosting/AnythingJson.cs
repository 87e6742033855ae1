using System.Text.Json.Serialization;

namespace Bot.Hosting;

/// <summary>Every address that answers with a result asks for the form of an object once. Without this it is found by reflection, and with it the forms of all simple types.</summary>
[JsonSerializable(typeof(object))]
internal sealed partial class AnythingJson : JsonSerializerContext;
