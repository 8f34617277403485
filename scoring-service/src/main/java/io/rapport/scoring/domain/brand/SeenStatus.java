package io.rapport.scoring.domain.brand;

/** Inbound activity of a person in a window, compared with the window of the same length before it. */
public enum SeenStatus {
    /** Seen in the window, for the first time ever. */
    NEW,
    /** Seen in the window and in the one before. */
    RETURNING,
    /** Seen in the window and earlier, but not in the one before. */
    REVIVED,
    /** Seen in the window before and not in this one. */
    LAPSED
}
