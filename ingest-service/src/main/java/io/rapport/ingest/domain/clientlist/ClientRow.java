package io.rapport.ingest.domain.clientlist;

import io.rapport.contracts.identity.ClientHandle;
import io.rapport.ingest.domain.column.ClientListField;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A parsed row of a client list. Holds the e-mail address and the telephone number in clear, and is never published.
 *
 * @param texts values by field; the first telephone number in digits, the birth date as {@code yyyy-MM-dd}
 * @param emails all e-mail addresses
 * @param phones all telephone numbers in digits
 * @param fields other values by column
 * @param warnings ignored values by column
 */
record ClientRow(
        Map<ClientListField, String> texts,
        List<String> emails,
        List<String> phones,
        List<ClientHandle> handles,
        List<String> links,
        Map<String, String> fields,
        Map<String, String> warnings) {

    @Nullable
    String text(ClientListField field) {
        return texts.get(field);
    }

    /** The full name, or the given name and the family name joined. */
    @Nullable
    String name() {
        var full = text(ClientListField.NAME);
        if (full != null) {
            return full;
        }
        var given = text(ClientListField.GIVEN_NAME);
        var family = text(ClientListField.FAMILY_NAME);
        return given == null || family == null ? given == null ? family : given : given + " " + family;
    }

    /** This row with the values of another row of the same client. */
    ClientRow completedBy(ClientRow other) {
        var allTexts = new EnumMap<>(other.texts);
        allTexts.putAll(texts);
        var allFields = new TreeMap<>(other.fields);
        allFields.putAll(fields);
        return new ClientRow(
                allTexts,
                union(other.emails, emails),
                union(other.phones, phones),
                union(other.handles, handles),
                union(other.links, links),
                allFields,
                warnings);
    }

    private static <T> List<T> union(List<T> one, List<T> two) {
        return Stream.concat(one.stream(), two.stream()).distinct().toList();
    }

    /** Omits the values, which must not be logged. */
    @Override
    public String toString() {
        return "ClientRow" + texts.keySet();
    }
}
