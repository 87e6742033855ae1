namespace Bot.Checkups.Looks;

/// <summary>What to do about the complaints of Microsoft Entra that a wrong set-up meets most.</summary>
internal static class EntraComplaint
{
    private static readonly (string Code, string Mend)[] Known =
    [
        ("AADSTS7000215", "The client secret is wrong. Copy the secret's value, not its id, into Bot:Auth:ClientSecret, or make a new one in the app registration."),
        ("AADSTS7000222", "The client secret has ended. Make a new one in the app registration and put it into Bot:Auth:ClientSecret."),
        ("AADSTS700016", "The tenant knows no app of this id. Check Bot:Auth:AppId and Bot:Auth:TenantId against the app registration."),
        ("AADSTS90002", "There is no such tenant. Check Bot:Auth:TenantId against the overview page of the Entra admin centre."),
        ("AADSTS900023", "There is no such tenant. Check Bot:Auth:TenantId against the overview page of the Entra admin centre."),
        ("AADSTS700027", "The certificate is not registered, or has ended. Upload its public part to the app registration, or name the right one."),
        ("AADSTS70021", "The app registration has no federated credential for this identity. Add one with the identity's object id as its subject."),
        ("AADSTS700213", "The app registration has no federated credential for this identity. Add one with the identity's object id as its subject."),
        ("AADSTS7000229", "The app has no service principal in this tenant. An administrator must consent to it, or open the app registration's enterprise application."),
        ("AADSTS500011", "The service that the token is for is not known in this tenant. Register the bot with Azure Bot in this tenant."),
    ];

    public static string Mend(string words)
    {
        foreach (var (code, mend) in Known)
        {
            // A longer code may begin with a shorter one.
            if (words.IndexOf(code, StringComparison.Ordinal) is >= 0 and var at && (at + code.Length == words.Length || !char.IsAsciiDigit(words[at + code.Length]))) return mend;
        }

        return words switch
        {
            _ when words.Contains("has no credential", StringComparison.Ordinal) => "In Azure, set Bot:Auth:ManagedIdentity to the identity's client id: there is no secret to keep. Elsewhere, Bot:Auth:CertificatePath.",
            _ when words.Contains("the certificate", StringComparison.Ordinal) => "Check that Bot:Auth:CertificatePath names a .pem file with certificate and key, or a .pfx file with its Bot:Auth:CertificatePassword, and that the service's account may read it.",
            _ when words.Contains("identity", StringComparison.Ordinal) => "Check that the identity is assigned to this app, and that its client id is right. Managed identities exist only in Azure.",
            _ => "Allow HTTPS from this machine to login.microsoftonline.com, and check AppId, TenantId and the credential under Bot:Auth.",
        };
    }
}
