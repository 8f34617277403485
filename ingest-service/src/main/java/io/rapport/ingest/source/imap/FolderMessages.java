package io.rapport.ingest.source.imap;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the next messages of an opened folder: their headers and their texts. */
final class FolderMessages {

    private static final int MAX_MESSAGES = 25;
    private static final int WINDOW = 2_000;
    private static final int MAX_WINDOWS = 50;
    private static final int MAX_HEADER = 256 << 10;
    private static final int MAX_TEXT = 512 << 10;

    private final ImapSession session;
    private final ImapSession.OpenFolder folder;
    private FolderPosition position;

    FolderMessages(ImapSession session, ImapSession.OpenFolder folder, FolderPosition position) {
        this.session = session;
        this.folder = folder;
        this.position = position;
    }

    /** Receives a message. */
    @FunctionalInterface
    interface MessageSink {

        /** Receives a message that is read whole. */
        void accept(long uid, byte[] raw);
    }

    /** Reads at most {@value #MAX_MESSAGES} messages from the position on. */
    void read(MessageSink sink) throws IOException {
        var uids = nextUids();
        if (uids.isEmpty()) {
            return;
        }
        // A message that was deleted in the meantime has no structure; it is passed over.
        var structures = session.fetch(uids, "UID BODYSTRUCTURE");
        for (long uid : uids) {
            for (var each : structures) {
                if (each.after("UID").number() == uid) {
                    read(uid, each.after("BODYSTRUCTURE"), sink);
                    break;
                }
            }
        }
    }

    /** Where the folder is read on. */
    FolderPosition next() {
        return position;
    }

    /** Whether there may be further messages. */
    boolean hasMore() {
        return position.next() < folder.next();
    }

    /** The next UIDs, which may have large gaps: they are searched in windows. */
    private List<Long> nextUids() throws IOException {
        var found = new ArrayList<Long>();
        var end = position.next();
        for (var window = 0; window < MAX_WINDOWS && end < folder.next() && found.size() < MAX_MESSAGES; window++) {
            var first = end;
            var last = Math.min(first + WINDOW, folder.next()) - 1;
            // A server answers a range beyond its last message with that message.
            session.search("UID " + first + ":" + last).stream()
                    .filter(uid -> uid >= first && uid <= last)
                    .limit(MAX_MESSAGES - found.size())
                    .forEach(found::add);
            end = last + 1;
        }
        position = position.after(found.size() < MAX_MESSAGES ? end - 1 : found.get(found.size() - 1));
        return found;
    }

    private void read(long uid, ImapValue structure, MessageSink sink) throws IOException {
        var part =
                TextPart.isReport(structure) ? null : TextPart.find(structure).orElse(null);
        var text = part == null ? "" : " BODY.PEEK[" + part.section() + "]<0." + MAX_TEXT + ">";
        for (var fetched : session.fetch(List.of(uid), "UID BODY.PEEK[HEADER]<0." + MAX_HEADER + ">" + text)) {
            var header = content(fetched, "BODY[HEADER]");
            sink.accept(
                    uid,
                    part == null ? header : message(header, part, content(fetched, "BODY[" + part.section() + "]")));
        }
    }

    /** The content of a section, with or without the offset behind its name. */
    private static byte[] content(ImapValue fetched, String section) {
        for (var i = 0; i + 1 < fetched.elements().size(); i += 2) {
            if (fetched.at(i).word().startsWith(section)) {
                var bytes = fetched.at(i + 1).bytes();
                return bytes == null ? new byte[0] : bytes;
            }
        }
        return new byte[0];
    }

    /** The message as if the text were all of it. */
    private static byte[] message(byte[] header, TextPart part, byte[] text) {
        var message = new ByteArrayOutputStream();
        var isDropped = false;
        for (var line : new String(header, StandardCharsets.ISO_8859_1).split("\r?\n")) {
            var isFolded = line.startsWith(" ") || line.startsWith("\t");
            var name = line.toLowerCase(Locale.ROOT);
            isDropped = isFolded
                    ? isDropped
                    : name.startsWith("content-type:")
                            || name.startsWith("content-transfer-encoding:")
                            || name.startsWith("content-disposition:");
            if (!isDropped && !line.isBlank()) {
                message.writeBytes((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        message.writeBytes((part.header() + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        message.writeBytes(text);
        return message.toByteArray();
    }
}
