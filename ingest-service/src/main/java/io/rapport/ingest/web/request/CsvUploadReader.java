package io.rapport.ingest.web.request;

import io.rapport.ingest.source.csv.CsvFile;
import io.rapport.ingest.source.csv.CsvFormat;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Reads lists from requests, however long, without holding them. */
@Component
public class CsvUploadReader {

    public static final String CSV = "text/csv";
    private static final String IN_PARTS =
            "Send it in parts, each with the header, and none of them with complete=true: "
                    + "whoever is not in that part would be taken off.";

    private final AdmissionControl admission;
    private final IntakeProperties limits;

    CsvUploadReader(AdmissionControl admission, IntakeProperties limits) {
        this.admission = admission;
        this.limits = limits;
    }

    /** What is done with a file. */
    @FunctionalInterface
    public interface CsvParser<T> {
        T read(CsvFile file) throws IOException;
    }

    /** Reads the list in a request. */
    public <T> T read(HttpServletRequest request, CsvParser<T> reading) throws IOException {
        try (var admitted = admission.admit()) {
            return RequestBodyReader.read(request, new BodyLimit(limits.maxList().toBytes(), IN_PARTS), bytes -> {}, body -> {
                try (var file = CsvFile.open(body, charset(request), new CsvFormat(false, limits.maxListRows()))) {
                    return reading.read(file);
                }
            });
        }
    }

    /** The encoding the request says its body has; what the framework assumes does not count. */
    public static @Nullable Charset charset(HttpServletRequest request) {
        var type = request.getContentType();
        return type == null ? null : MediaType.parseMediaType(type).getCharset();
    }
}
