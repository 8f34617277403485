package io.rapport.ingest.domain.column;

import io.rapport.contracts.NameRules;
import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.text.CellCleaner;
import io.rapport.ingest.domain.text.TextCleaner;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The target of a column mapping.
 *
 * @param detail the channel of a handle; {@code dmy} or {@code mdy} for a birth date with ambiguous order; else null
 */
public record ColumnTarget(ClientListField field, @Nullable String detail) {

    static final ColumnTarget FIELD = new ColumnTarget(ClientListField.FIELD, null);

    private static final String DAY_FIRST = "dmy";
    private static final String MONTH_FIRST = "mdy";

    static ColumnTarget of(ClientListField field) {
        return new ColumnTarget(field, null);
    }

    static ColumnTarget handle(String channel) {
        return new ColumnTarget(ClientListField.HANDLE, channel);
    }

    static ColumnTarget birthDate(boolean monthFirst) {
        return new ColumnTarget(ClientListField.BIRTH_DATE, monthFirst ? MONTH_FIRST : DAY_FIRST);
    }

    /**
     * Parses the word for a target, such as {@code email}, {@code handle.x} or {@code birthDate.dmy}.
     *
     * @throws InputRejectedException if the word is unknown
     */
    static ColumnTarget read(String word, String column) {
        var dot = word.indexOf('.');
        var detail = dot < 0 ? null : word.substring(dot + 1);
        return ClientListField.of(dot < 0 ? word : word.substring(0, dot))
                .map(field -> new ColumnTarget(field, detail))
                .filter(ColumnTarget::isKnown)
                .orElseThrow(() -> unknown(word, column));
    }

    /** The word for this target. */
    String word() {
        return detail == null ? field.word() : field.word() + "." + detail;
    }

    public boolean is(ClientListField other) {
        return field == other;
    }

    /** What the cells of the column hold. */
    CellCleaner.Content content() {
        return switch (field) {
            case NAME,
                    GIVEN_NAME,
                    MIDDLE_NAME,
                    FAMILY_NAME,
                    NICKNAME,
                    ORGANISATION,
                    STREET,
                    CITY,
                    REGION,
                    FIELD,
                    IGNORE -> CellCleaner.Content.TEXT;
            default -> CellCleaner.Content.CODE;
        };
    }

    public boolean isMonthFirst() {
        return MONTH_FIRST.equals(detail);
    }

    private boolean isKnown() {
        return switch (field) {
            case HANDLE -> detail != null && NameRules.isToken(detail);
            case BIRTH_DATE -> detail == null || detail.equals(DAY_FIRST) || detail.equals(MONTH_FIRST);
            default -> detail == null;
        };
    }

    private static InputRejectedException unknown(String word, String column) {
        var known = Arrays.stream(ClientListField.values())
                .map(field -> field == ClientListField.HANDLE ? "handle.<channel>" : field.word())
                .collect(Collectors.joining(", "));
        return new InputRejectedException(
                RejectionCode.UNKNOWN_VALUE,
                column,
                "Column '%s' cannot be read as '%s'; known are %s, and birthDate.dmy or birthDate.mdy."
                        .formatted(TextCleaner.abbreviate(column), TextCleaner.abbreviate(word), known));
    }
}
