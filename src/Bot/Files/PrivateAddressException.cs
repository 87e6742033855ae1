namespace Bot.Files;

/// <summary>A name leads into a private network, or to this machine.</summary>
public sealed class PrivateAddressException() : HttpRequestException("The host leads to no address that files may come from.");
