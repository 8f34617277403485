package io.rapport.scoring.topology.cascade.state;

import io.rapport.scoring.domain.ledger.MessageTone;
import org.jspecify.annotations.Nullable;

/** What a message is to the one it follows. Codes are part of the stored form and ascend. */
public enum CascadeChildKind {
    /** It has words of its own, positive ones. */
    POSITIVE('+'),
    /** It has words of its own, negative ones. */
    NEGATIVE('-'),
    /** It passes the other on without a word of its own. */
    WORDLESS_SHARE('b');

    final char code;

    CascadeChildKind(char code) {
        this.code = code;
    }

    /** What a message with words of this tone is; null when it has no tone, which makes it no child. */
    public static @Nullable CascadeChildKind of(MessageTone tone) {
        return switch (tone) {
            case POSITIVE -> POSITIVE;
            case NEGATIVE -> NEGATIVE;
            case NONE -> null;
        };
    }

    static CascadeChildKind of(char code) {
        for (var kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new IllegalArgumentException("No child has the code " + code);
    }
}
