package io.rapport.ingest.source.mapped;

import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.text.TextCleaner;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/**
 * A JSON Pointer (RFC 6901) into an entry, or with {@code #} before it into the whole payload.
 *
 * @param ofRoot whether it begins at the root of the payload
 */
record MappedPointer(JsonPointer pointer, boolean ofRoot) {

    private static final int MAX_LENGTH = 512;

    /**
     * Parses a pointer.
     *
     * @param setting the path of the setting, for the message
     * @throws InputRejectedException if it is none
     */
    static MappedPointer parse(@Nullable Object text, String setting) {
        if (text instanceof String written && written.length() <= MAX_LENGTH) {
            var ofRoot = written.startsWith("#");
            var pointer = ofRoot ? written.substring(1) : written;
            if (pointer.isEmpty() || pointer.startsWith("/")) {
                return new MappedPointer(JsonPointer.compile(pointer), ofRoot);
            }
        }
        throw InputRejectedException.invalid(
                setting,
                "is '%s', but has to be a JSON Pointer such as /user/id, or #/page/id from the root of the payload. A constant is written {\"value\": …}."
                        .formatted(TextCleaner.abbreviate(String.valueOf(text))));
    }
}
