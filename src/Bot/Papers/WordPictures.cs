using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using A = DocumentFormat.OpenXml.Drawing;
using DW = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using PIC = DocumentFormat.OpenXml.Drawing.Pictures;

namespace Bot.Papers;

/// <summary>Puts pictures into a document, each with its alternative text.</summary>
internal sealed class WordPictures(MainDocumentPart main)
{
    // English Metric Units to a pixel at 96 dots an inch; the text is 17 cm wide, and a picture shares its page.
    private const long Pixel = 9525, TextWidth = 6_120_000, MostHeight = 3_000_000;
    private uint _count;

    public Paragraph Of(Block.Picture picture)
    {
        var part = main.AddImagePart(ImagePartType.Png);
        using (var stream = new MemoryStream(picture.Png.ToArray())) part.FeedData(stream);
        var width = Math.Min(Math.Min(picture.Width * Pixel, TextWidth), MostHeight * picture.Width / picture.Height);
        var height = picture.Height * width / picture.Width;
        var id = ++_count;
        var alternative = WordBlocks.Clean(picture.Alternative);
        return new Paragraph(new Run(new Drawing(new DW.Inline(
            new DW.Extent { Cx = width, Cy = height },
            new DW.DocProperties { Id = id, Name = $"Picture {id}", Description = alternative },
            new DW.NonVisualGraphicFrameDrawingProperties(new A.GraphicFrameLocks { NoChangeAspect = true }),
            new A.Graphic(new A.GraphicData(Shape(id, main.GetIdOfPart(part), alternative, width, height)) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" }))
        { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 })));
    }

    private static PIC.Picture Shape(uint id, string relation, string alternative, long width, long height) => new(
        new PIC.NonVisualPictureProperties(new PIC.NonVisualDrawingProperties { Id = id, Name = $"picture-{id}.png", Description = alternative }, new PIC.NonVisualPictureDrawingProperties()),
        new PIC.BlipFill(new A.Blip { Embed = relation }, new A.Stretch(new A.FillRectangle())),
        new PIC.ShapeProperties(
            new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = width, Cy = height }),
            new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle }));
}
