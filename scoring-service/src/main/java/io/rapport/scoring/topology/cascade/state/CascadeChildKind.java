package io.rapport.scoring.topology.cascade.state;

import io.rapport.scoring.domain.ledger.MessageTone;
import org.jspecify.annotations.Nullable;

/** The kind of a child of a message. The codes are stored and ascend. */
public enum CascadeChildKind {
    /** With text of positive tone. */
    POSITIVE('+'),
    /** With text of negative tone. */
    NEGATIVE('-'),
    /** A share without text. Version 1 of the stored forms contains the constant by name. */
    BARE('b');

    final char code;

    CascadeChildKind(char code) {
        this.code = code;
    }

    /** Returns the kind of a message with text of a tone; null without a tone, since it is no child then. */
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
        throw new IllegalArgumentException("Unknown code of a child: " + code);
    }
}
