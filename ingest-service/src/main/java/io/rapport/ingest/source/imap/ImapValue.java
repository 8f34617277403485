package io.rapport.ingest.source.imap;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A value in a response: an atom, a string, NIL or a list.
 *
 * @param bytes of an atom or string; null for NIL and for lists
 * @param items of a list; null for others
 */
@SuppressWarnings("ArrayRecordComponent") // values are never compared
record ImapValue(byte @Nullable [] bytes, @Nullable List<ImapValue> items) {

    private static final ImapValue NIL = new ImapValue(null, null);

    static ImapValue of(byte[] bytes) {
        return new ImapValue(bytes, null);
    }

    static ImapValue atom(byte[] bytes) {
        return text(bytes).equalsIgnoreCase("NIL") ? NIL : of(bytes);
    }

    static ImapValue list(List<ImapValue> items) {
        return new ImapValue(null, List.copyOf(items));
    }

    boolean isList() {
        return items != null;
    }

    /** The items of a list; none of other values. */
    List<ImapValue> elements() {
        return items == null ? List.of() : items;
    }

    /** An item of a list; NIL if there is none. */
    ImapValue at(int index) {
        return index < elements().size() ? elements().get(index) : NIL;
    }

    /** The text, in which each byte is a character; empty for NIL and lists. */
    String text() {
        return bytes == null ? "" : text(bytes);
    }

    /** The text in upper case. */
    String word() {
        return text().toUpperCase(Locale.ROOT);
    }

    /** The number; -1 if it is none. */
    long number() {
        var text = text();
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
    }

    /** The value after a name in a list of pairs; NIL if there is none. */
    ImapValue after(String name) {
        for (var i = 0; i + 1 < elements().size(); i += 2) {
            if (elements().get(i).word().equals(name)) {
                return elements().get(i + 1);
            }
        }
        return NIL;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
