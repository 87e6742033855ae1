namespace Bot.Roles;

/// <summary>Who may change the knowledge base, and how they are told of it.</summary>
public static class RolesRoom
{
    public static IServiceCollection AddRoles(this IServiceCollection services)
    {
        services.AddOptions<RoleOptions>().BindConfiguration(RoleOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<RoleLists>();
        services.AddSingleton<GroupRoles>();
        services.AddSingleton<RoleCheck>();
        services.AddSingleton<RoleGate>();
        services.AddSingleton<AdminNotes>();
        return services;
    }
}
