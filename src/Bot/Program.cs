using Bot.Activities;
using Bot.Turns;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddActivities();
builder.Services.AddTurns();
var app = builder.Build();
app.MapActivities();
await app.RunAsync();
