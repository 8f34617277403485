package io.rapport.scoring.topology.cascade;

import io.rapport.scoring.domain.ledger.MessageTone;
import org.jspecify.annotations.Nullable;

/** What a message is to the one it follows. Codes are part of the stored form and ascend. */
public enum ChildKind {
    /** It has words of its own, positive ones. */
    POSITIVE('+'),
    /** It has words of its own, negative ones. */
    NEGATIVE('-'),
    /** It passes the other on without a word of its own. */
    BARE('b');

    final char code;

    ChildKind(char code) {
        this.code = code;
    }

    /** What a message with words of this tone is; null when it has no tone, which makes it no child. */
    public static @Nullable ChildKind of(MessageTone tone) {
        return switch (tone) {
            case POSITIVE -> POSITIVE;
            case NEGATIVE -> NEGATIVE;
            case NONE -> null;
        };
    }

    static ChildKind of(char code) {
        for (var kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new IllegalArgumentException("No child has the code " + code);
    }
}
