package io.rapport.ingest.domain.clientlist;

import io.rapport.ingest.domain.column.ClientListField;

import io.rapport.contracts.identity.ClientHandle;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a client list as it was read, with e-mail address and telephone number in clear: it never leaves this service.
 *
 * @param texts what it says, by what it is; the telephone number in digits, the birth date as {@code yyyy-MM-dd}
 * @param fields whatever else it says, by column
 * @param warnings what of it was left out, by column
 */
record ClientRow(
        Map<ClientListField, String> texts,
        List<ClientHandle> handles,
        List<String> links,
        Map<String, String> fields,
        Map<String, String> warnings) {

    @Nullable
    String text(ClientListField field) {
        return texts.get(field);
    }

    /** What they are called, put together where the list has it in parts. */
    @Nullable
    String name() {
        var whole = text(ClientListField.NAME);
        if (whole != null) {
            return whole;
        }
        var given = text(ClientListField.GIVEN_NAME);
        var family = text(ClientListField.FAMILY_NAME);
        return given == null || family == null ? given == null ? family : given : given + " " + family;
    }

    /** Without the values, which must not reach a log. */
    @Override
    public String toString() {
        return "ClientRow" + texts.keySet();
    }
}
