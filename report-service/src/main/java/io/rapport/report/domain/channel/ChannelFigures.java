package io.rapport.report.domain.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/** What a channel was good for in some days. */
public record ChannelFigures(
        String channel,
        @JsonUnwrapped ChannelPeople people,
        @JsonUnwrapped ChannelAnswers answers,
        @JsonUnwrapped ChannelWord word,
        @JsonUnwrapped ChannelResults results) {

    /**
     * The people of a channel.
     *
     * @param people who were seen there
     * @param metFirst those of them whose first engagement ever was there and in these days
     * @param cameBack those of {@code metFirst} who were seen on a later day, on any channel
     */
    public record ChannelPeople(long people, long metFirst, long cameBack) {}

    /**
     * The answers on a channel.
     *
     * @param questions messages that asked something while no earlier question of the handle was open
     * @param answered those of them that the brand answered
     * @param answeredInPublic those of them that were answered where others can read it
     * @param medianSeconds the median time to an answer; null without answers
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record ChannelAnswers(
            long questions,
            long answered,
            long answeredInPublic,
            @Nullable Double medianSeconds) {}

    /**
     * The word that spreads on a channel.
     *
     * @param shares messages that share or quote another one
     * @param goodWord positive texts
     * @param badWord negative texts
     */
    public record ChannelWord(long shares, long goodWord, long badWord) {}

    /**
     * What came of a channel.
     *
     * @param referrals inbound engagements of the kind REFERRAL
     * @param citations inbound engagements of the kind CITATION
     * @param visits inbound engagements of the kind VISIT
     * @param assistedVisits visits on other channels by people who were seen here in the 30 days before
     * @param sales purchases, at most one of a person and day
     * @param assistedSales purchases on other channels by people who were seen here in the 30 days before
     * @param hours that the brand spent; null if no engagement reports its minutes
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record ChannelResults(
            long referrals,
            long citations,
            long visits,
            long assistedVisits,
            long sales,
            long assistedSales,
            @Nullable Double hours) {}
}
