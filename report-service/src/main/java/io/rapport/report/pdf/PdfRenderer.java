package io.rapport.report.pdf;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Renders XHTML as a tagged PDF (PDF/UA-1) with embedded fonts and right-to-left text. Nothing is loaded from outside: images
 * are {@code data:} URLs. The document needs a language, a title and a description.
 */
public final class PdfRenderer {

    /** The font of documents; it has Latin, Greek, Cyrillic, Hebrew and Arabic letters. */
    public static final String FONT = "DejaVu Sans";

    private static final String IMAGE_DATA = "data:image/";
    private static final PdfFont REGULAR_FONT = new PdfFont("DejaVuSans.ttf");
    private static final PdfFont BOLD_FONT = new PdfFont("DejaVuSans-Bold.ttf");
    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    static {
        XRLog.setLoggingEnabled(false);
    }

    /** Renders a document. */
    public byte[] render(String xhtml) {
        var out = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder()
                .usePdfUaAccessibility(true)
                .useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory())
                .useUnicodeBidiReorderer(new ICUBidiReorderer())
                .defaultTextDirection(TextDirection.LTR)
                .useUriResolver((base, uri) -> uri != null && uri.startsWith(IMAGE_DATA) ? uri : null)
                .useFont(REGULAR_FONT::open, FONT, REGULAR, FontStyle.NORMAL, true)
                .useFont(BOLD_FONT::open, FONT, BOLD, FontStyle.NORMAL, true)
                .withProducer("Rapport")
                .withHtmlContent(xhtml, null)
                .toStream(out);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
