package io.rapport.ingest.domain.input;

import io.rapport.ingest.domain.text.TextCleaner;

import io.rapport.contracts.engagement.RejectionCode;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reads the words of a closed list, in any case. */
public final class EnumValueReader {

    private static final String UNKNOWN = "UNKNOWN";

    private EnumValueReader() {}

    public static <E extends Enum<E>> E read(Class<E> words, Object value, String path) {
        var word = value.toString().strip().toUpperCase(Locale.ROOT);
        try {
            if (!word.equals(UNKNOWN)) {
                return Enum.valueOf(words, word);
            }
        } catch (IllegalArgumentException e) {
            throw unknown(words, value, path);
        }
        throw unknown(words, value, path);
    }

    private static <E extends Enum<E>> InputRejectedException unknown(Class<E> words, Object value, String path) {
        var known = Arrays.stream(words.getEnumConstants())
                .map(Enum::name)
                .filter(name -> !name.equals(UNKNOWN))
                .collect(Collectors.joining(", "));
        return new InputRejectedException(
                RejectionCode.UNKNOWN_VALUE,
                path,
                "%s is '%s'; known are %s.".formatted(path, TextCleaner.abbreviate(value), known));
    }
}
