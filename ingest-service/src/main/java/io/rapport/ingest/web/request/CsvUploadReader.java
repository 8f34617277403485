package io.rapport.ingest.web.request;

import io.rapport.ingest.source.contacts.ContactCardReader;
import io.rapport.ingest.source.table.HeaderlessNaming;
import io.rapport.ingest.source.table.TableFile;
import io.rapport.ingest.source.table.TableFormat;
import io.rapport.ingest.source.table.WorkbookMediaType;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Reads uploaded client and staff lists as a stream, in constant memory. */
@Component
public class CsvUploadReader {

    public static final String CSV = "text/csv";
    public static final String WORKBOOK = WorkbookMediaType.XLSX;
    public static final String VCARD = ContactCardReader.MEDIA_TYPE;
    private static final String TOO_LONG_ADVICE =
            "Send it in parts, each with the header, and none of them with complete=true: "
                    + "clients that are not in that part would be removed.";

    private final AdmissionControl admission;
    private final IntakeProperties limits;

    CsvUploadReader(AdmissionControl admission, IntakeProperties limits) {
        this.admission = admission;
        this.limits = limits;
    }

    /** Parses an opened file. */
    @FunctionalInterface
    public interface CsvParser<T> {
        T parse(TableFile file) throws IOException;
    }

    /** Reads a list in the request body that needs a header. */
    public <T> T read(
            HttpServletRequest request,
            Predicate<String> knownColumn,
            @Nullable Integer headerLine,
            CsvParser<T> parser)
            throws IOException {
        return read(request, knownColumn, headerLine, HeaderlessNaming.NONE, parser);
    }

    /**
     * Reads the list in the request body.
     *
     * @param knownColumn whether a cell is the name of a column with a meaning
     * @param headerLine the line of the header, from 1; 0 for a file without a header; null to find it
     * @param headerless names the columns when no header is found
     */
    public <T> T read(
            HttpServletRequest request,
            Predicate<String> knownColumn,
            @Nullable Integer headerLine,
            HeaderlessNaming headerless,
            CsvParser<T> parser)
            throws IOException {
        var limit = new BodyLimit(limits.maxList().toBytes(), TOO_LONG_ADVICE);
        var format = new TableFormat(false, limits.maxListRows(), knownColumn, headerLine, headerless);
        try (var permit = admission.admit()) {
            return RequestBodyReader.read(request, limit, bytes -> {}, body -> {
                try (var file = open(request, body, format)) {
                    return parser.parse(file);
                }
            });
        }
    }

    /** Opens the body as the file that its Content-Type declares: an Excel workbook, vCards or CSV. */
    public static TableFile open(HttpServletRequest request, InputStream body, TableFormat format) throws IOException {
        if (isOfType(request, VCARD)) {
            return TableFile.read(ContactCardReader.open(body, declaredCharset(request)), format);
        }
        return isOfType(request, WORKBOOK)
                ? TableFile.openWorkbook(body, format)
                : TableFile.open(body, declaredCharset(request), format);
    }

    private static boolean isOfType(HttpServletRequest request, String expected) {
        var type = request.getContentType();
        return type != null && MediaType.parseMediaType(type).equalsTypeAndSubtype(MediaType.valueOf(expected));
    }

    /** The charset in the Content-Type header; null when there is none. The framework's default does not count. */
    private static @Nullable Charset declaredCharset(HttpServletRequest request) {
        var type = request.getContentType();
        return type == null ? null : MediaType.parseMediaType(type).getCharset();
    }
}
