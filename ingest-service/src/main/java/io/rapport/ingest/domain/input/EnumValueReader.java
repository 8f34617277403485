package io.rapport.ingest.domain.input;

import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.ingest.domain.text.TextCleaner;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reads the name of an enum constant, ignoring case. {@code UNKNOWN} is not accepted as input. */
public final class EnumValueReader {

    private static final String UNKNOWN = "UNKNOWN";

    private EnumValueReader() {}

    public static <E extends Enum<E>> E read(Class<E> type, Object value, String path) {
        var word = value.toString().strip().toUpperCase(Locale.ROOT);
        try {
            if (!word.equals(UNKNOWN)) {
                return Enum.valueOf(type, word);
            }
        } catch (IllegalArgumentException e) {
            throw unknown(type, value, path);
        }
        throw unknown(type, value, path);
    }

    private static <E extends Enum<E>> InputRejectedException unknown(Class<E> type, Object value, String path) {
        var known = Arrays.stream(type.getEnumConstants())
                .map(Enum::name)
                .filter(name -> !name.equals(UNKNOWN))
                .collect(Collectors.joining(", "));
        return new InputRejectedException(
                RejectionCode.UNKNOWN_VALUE,
                path,
                "%s is '%s'; known are %s.".formatted(path, TextCleaner.abbreviate(value), known));
    }
}
