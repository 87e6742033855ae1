using Bot.LocalChat;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddLocalChat();
var app = builder.Build();
app.MapLocalChat();
await app.RunAsync();
