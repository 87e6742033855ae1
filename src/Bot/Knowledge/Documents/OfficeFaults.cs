using DocumentFormat.OpenXml.Packaging;

namespace Bot.Knowledge.Documents;

/// <summary>What the library for Office files throws where a part is missing or a value is none that its format knows.</summary>
internal static class OfficeFaults
{
    public static bool IsDamage(Exception e) =>
        e is OpenXmlPackageException or FileFormatException or InvalidDataException or System.Xml.XmlException or FormatException or ArgumentException or InvalidOperationException or OverflowException or KeyNotFoundException;
}
