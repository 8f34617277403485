package io.rapport.standalone.client;

import java.nio.file.Path;
import java.util.Locale;

/** The media type under which a file is sent, by the ending of its name. */
public enum FileMediaType {
    /** Comma-separated values, also with other separators. */
    CSV("text/csv", ".csv", ".tsv", ".tab", ".txt"),
    /** An Excel workbook. */
    WORKBOOK("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"),
    /** One JSON document. */
    JSON("application/json", ".json"),
    /** JavaScript that assigns JSON, as in the archive of X. */
    JAVASCRIPT("application/javascript", ".js"),
    /** One JSON object per line; also every file with another ending. */
    NDJSON("application/x-ndjson");

    private final String mediaType;
    private final String[] endings;

    FileMediaType(String mediaType, String... endings) {
        this.mediaType = mediaType;
        this.endings = endings;
    }

    /** The type of a file. */
    public static FileMediaType of(Path file) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        for (var type : values()) {
            for (var ending : type.endings) {
                if (name.endsWith(ending)) {
                    return type;
                }
            }
        }
        return NDJSON;
    }

    /** Whether the file is a table, which may be a client or staff list. */
    public boolean isTable() {
        return this == CSV || this == WORKBOOK;
    }

    /** The value of {@code Content-Type}. */
    public String mediaType() {
        return mediaType;
    }
}
