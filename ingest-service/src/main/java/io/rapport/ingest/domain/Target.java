package io.rapport.ingest.domain;

import io.rapport.contracts.NameRules;
import io.rapport.contracts.engagement.RejectionCode;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one column is read as.
 *
 * @param field what it holds
 * @param detail of a handle the channel; of a birth date {@code dmy} or {@code mdy}, where the day and the month could be
 *     mistaken for one another; else null
 */
record Target(ClientField field, @Nullable String detail) {

    static final Target FIELD = new Target(ClientField.FIELD, null);

    private static final String DAY_FIRST = "dmy";
    private static final String MONTH_FIRST = "mdy";

    static Target of(ClientField field) {
        return new Target(field, null);
    }

    static Target handle(String channel) {
        return new Target(ClientField.HANDLE, channel);
    }

    static Target birthDate(boolean monthFirst) {
        return new Target(ClientField.BIRTH_DATE, monthFirst ? MONTH_FIRST : DAY_FIRST);
    }

    /**
     * Reads the word for it, such as {@code email}, {@code handle.x} or {@code birthDate.dmy}.
     *
     * @throws NotAccepted if there is no such word
     */
    static Target read(String word, String column) {
        var dot = word.indexOf('.');
        var detail = dot < 0 ? null : word.substring(dot + 1);
        return ClientField.of(dot < 0 ? word : word.substring(0, dot))
                .map(field -> new Target(field, detail))
                .filter(Target::isKnown)
                .orElseThrow(() -> unknown(word, column));
    }

    /** The word for it. */
    String word() {
        return detail == null ? field.word() : field.word() + "." + detail;
    }

    boolean is(ClientField other) {
        return field == other;
    }

    boolean isMonthFirst() {
        return MONTH_FIRST.equals(detail);
    }

    private boolean isKnown() {
        return switch (field) {
            case HANDLE -> detail != null && NameRules.isToken(detail);
            case BIRTH_DATE -> detail == null || detail.equals(DAY_FIRST) || detail.equals(MONTH_FIRST);
            default -> detail == null;
        };
    }

    private static NotAccepted unknown(String word, String column) {
        var known = Arrays.stream(ClientField.values())
                .map(field -> field == ClientField.HANDLE ? "handle.<channel>" : field.word())
                .collect(Collectors.joining(", "));
        return new NotAccepted(
                RejectionCode.UNKNOWN_VALUE,
                column,
                "Column '%s' cannot be read as '%s'; known are %s, and birthDate.dmy or birthDate.mdy."
                        .formatted(Texts.shown(column), Texts.shown(word), known));
    }
}
