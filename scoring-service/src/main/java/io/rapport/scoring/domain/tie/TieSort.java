package io.rapport.scoring.domain.tie;

/** What ties two people. Codes are stored. */
public enum TieSort {
    /** One replied to, quoted or shared a message of the other. */
    MESSAGE(0),
    /** Both attended an event. */
    EVENT(1),
    /** The first referred the second. */
    REFERRAL(2),
    /** The second referred the first. */
    REFERRED_BY(3),
    /** One mentioned the other in a message. */
    MENTION(4);

    private final int code;

    TieSort(int code) {
        this.code = code;
    }

    /** The stored code. */
    public int code() {
        return code;
    }

    /** Returns the sort of a code. */
    public static TieSort of(int code) {
        return values()[code];
    }

    /** The same from the view of the other person. */
    public TieSort reversed() {
        return switch (this) {
            case REFERRAL -> REFERRED_BY;
            case REFERRED_BY -> REFERRAL;
            default -> this;
        };
    }
}
