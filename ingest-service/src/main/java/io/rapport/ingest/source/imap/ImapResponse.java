package io.rapport.ingest.source.imap;

import java.util.List;

/**
 * A response of a server.
 *
 * @param tag {@code *} for one that belongs to no command, {@code +} for a request to go on
 * @param values what follows; of a status response its word, and its text in one value
 */
record ImapResponse(String tag, List<ImapValue> values) {

    /** The word at a position, in upper case. */
    String word(int index) {
        return index < values.size() ? values.get(index).word() : "";
    }

    /** The list of a {@code FETCH} response; of other responses an empty one. */
    ImapValue fetched() {
        return word(1).equals("FETCH") && values.size() > 2 ? values.get(2) : ImapValue.list(List.of());
    }
}
