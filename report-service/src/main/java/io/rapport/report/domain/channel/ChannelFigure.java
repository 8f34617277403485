package io.rapport.report.domain.channel;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The figures of a channel: each counts contacts, whose people can be listed. */
public enum ChannelFigure {
    /** People who were seen there; counts their first contact. */
    PEOPLE("people"),
    /** People whose first engagement ever was there and in these days. */
    MET_FIRST("metFirst"),
    /** Those of them who were seen on a later day, on any channel. */
    CAME_BACK("cameBack"),
    /** Messages that asked something while no earlier question of the handle was open. */
    QUESTIONS("questions"),
    /** Those of them that the brand answered. */
    ANSWERED("answered"),
    /** Those of them that were answered where others can read it. */
    ANSWERED_IN_PUBLIC("answeredInPublic"),
    /** Messages that share or quote another one. */
    SHARES("shares"),
    /** Positive texts. */
    GOOD_WORD("goodWord"),
    /** Negative texts. */
    BAD_WORD("badWord"),
    /** Engagements of the kind REFERRAL. */
    REFERRALS("referrals"),
    /** Engagements of the kind CITATION. */
    CITATIONS("citations"),
    /** Engagements of the kind VISIT. */
    VISITS("visits"),
    /** Visits on other channels by people who were seen here in the 30 days before. */
    ASSISTED_VISITS("assistedVisits"),
    /** Purchases, at most one of a person and day. */
    SALES("sales"),
    /** Purchases on other channels by people who were seen here in the 30 days before. */
    ASSISTED_SALES("assistedSales"),
    /** Engagements of the brand that report their minutes. */
    HOURS("hours");

    private final String field;

    ChannelFigure(String field) {
        this.field = field;
    }

    /** Whether what it counts has an amount: seconds to the answer, or minutes. */
    public boolean hasAmount() {
        return this == ANSWERED || this == ANSWERED_IN_PUBLIC || this == HOURS;
    }

    /** The name of the figure in responses and requests. */
    public String field() {
        return field;
    }

    /** Whether the figures of all channels add up to one of the brand: what others count is seen on several channels. */
    public boolean isOfOneChannel() {
        return this != PEOPLE && this != ASSISTED_VISITS && this != ASSISTED_SALES;
    }

    /** The figure with a name. */
    public static Optional<ChannelFigure> fromField(String field) {
        return Arrays.stream(values())
                .filter(figure -> figure.field.equals(field))
                .findFirst();
    }

    /** All names, separated by commas. */
    public static String choices() {
        return Arrays.stream(values()).map(ChannelFigure::field).collect(Collectors.joining(", "));
    }
}
