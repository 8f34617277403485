package io.rapport.ingest.domain;

import io.rapport.contracts.engagement.RejectionCode;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reads the words of a closed list, in any case. */
final class Words {

    private static final String UNKNOWN = "UNKNOWN";

    private Words() {}

    static <E extends Enum<E>> E read(Class<E> words, Object value, String path) {
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

    private static <E extends Enum<E>> NotAccepted unknown(Class<E> words, Object value, String path) {
        var known = Arrays.stream(words.getEnumConstants())
                .map(Enum::name)
                .filter(name -> !name.equals(UNKNOWN))
                .collect(Collectors.joining(", "));
        return new NotAccepted(
                RejectionCode.UNKNOWN_VALUE,
                path,
                "%s is '%s'; known are %s.".formatted(path, Texts.shown(value), known));
    }
}
