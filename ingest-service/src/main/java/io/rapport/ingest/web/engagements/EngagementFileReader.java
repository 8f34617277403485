package io.rapport.ingest.web.engagements;

import io.rapport.ingest.source.json.JsonRowFile;
import io.rapport.ingest.source.table.RowFile;
import io.rapport.ingest.source.table.TableFormat;
import io.rapport.ingest.web.request.AdmissionControl;
import io.rapport.ingest.web.request.BodyLimit;
import io.rapport.ingest.web.request.CsvUploadReader;
import io.rapport.ingest.web.request.IntakeProperties;
import io.rapport.ingest.web.request.RequestBodyReader;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Reads uploaded files of engagements as a stream: CSV, Excel workbooks, and JSON or the script that an archive holds. */
@Component
class EngagementFileReader {

    static final String JSON = MediaType.APPLICATION_JSON_VALUE;
    static final String NDJSON = "application/x-ndjson";
    static final String NDJSON_ALIAS = "application/ndjson";
    static final String JSONL = "application/jsonl";
    static final String SCRIPT = "application/javascript";
    static final String TEXT_SCRIPT = "text/javascript";

    private static final List<String> JSON_TYPES = List.of(JSON, NDJSON, NDJSON_ALIAS, JSONL, SCRIPT, TEXT_SCRIPT);

    private final AdmissionControl admission;
    private final IntakeProperties limits;

    EngagementFileReader(AdmissionControl admission, IntakeProperties limits) {
        this.admission = admission;
        this.limits = limits;
    }

    /** Reads an opened file. */
    @FunctionalInterface
    interface FileConsumer<T> {

        /**
         * Reads the rows.
         *
         * @param cells whether the values are cells of a table, and not of JSON
         */
        T read(RowFile file, boolean cells) throws IOException;
    }

    /**
     * Reads the file in the request body.
     *
     * @param knownColumn whether a cell is the name of a column with a meaning
     * @param headerLine the line of the header, from 1; 0 for a file without a header; null to find it
     */
    <T> T read(
            HttpServletRequest request,
            Predicate<String> knownColumn,
            @Nullable Integer headerLine,
            FileConsumer<T> consumer)
            throws IOException {
        try (var permit = admission.admit()) {
            return RequestBodyReader.read(
                    request, BodyLimit.of(limits.maxImport().toBytes()), bytes -> {}, body -> {
                        var json = isJson(request);
                        var format = new TableFormat(true, limits.maxImportRows(), knownColumn, headerLine);
                        try (var file = json ? open(body) : CsvUploadReader.open(request, body, format)) {
                            return consumer.read(file, !json);
                        }
                    });
        }
    }

    private RowFile open(InputStream body) throws IOException {
        return JsonRowFile.open(body, limits.maxImportRows());
    }

    private static boolean isJson(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null
                && JSON_TYPES.stream()
                        .anyMatch(json -> MediaType.parseMediaType(type).equalsTypeAndSubtype(MediaType.valueOf(json)));
    }
}
