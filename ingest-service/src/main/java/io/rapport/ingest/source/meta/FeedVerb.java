package io.rapport.ingest.source.meta;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened to an item of a page. The order decides between two verbs of the same second. */
enum FeedVerb {
    ADD,
    EDIT,
    UNHIDE,
    HIDE,
    REMOVE;

    static @Nullable FeedVerb of(String word) {
        return switch (word) {
            case "add" -> ADD;
            case "edit", "edited", "update" -> EDIT;
            case "unhide" -> UNHIDE;
            case "hide" -> HIDE;
            case "remove" -> REMOVE;
            default -> null;
        };
    }

    /** Whether the verb withdraws the item. */
    boolean withdraws() {
        return this == HIDE || this == REMOVE;
    }

    /** The revision of an item that was changed at a time, which Meta writes in seconds. */
    long revision(Instant time) {
        return time.toEpochMilli() + ordinal();
    }
}
