package io.rapport.ingest.source.imap;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a folder is read on.
 *
 * @param validity that the UID belongs to
 * @param next the first UID that is not read
 */
record FolderPosition(long validity, long next) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,10}):(\\d{1,10})");

    /** Reads a position as {@link #text} writes it; empty if it is none. */
    static Optional<FolderPosition> parse(String text) {
        var parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(new FolderPosition(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2))))
                : Optional.empty();
    }

    /** The position in an opened folder: the first message, if the server has numbered its messages anew. */
    FolderPosition in(ImapSession.OpenFolder folder) {
        return validity == folder.validity() ? this : new FolderPosition(folder.validity(), 1);
    }

    FolderPosition after(long uid) {
        return new FolderPosition(validity, uid + 1);
    }

    String text() {
        return validity + ":" + next;
    }
}
