package io.rapport.report.channels;

import io.rapport.report.domain.channel.ChannelFigure;
import io.rapport.web.problem.Problem;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The query parameters of the people behind a figure of the channels: a figure of a channel, or a chain. */
record ChannelPeopleRequest(
        @Parameter(
                description =
                        "a channel; with figure. Default is all channels, but for people, assistedVisits and assistedSales")
        @Nullable
        String channel,

        @Parameter(
                description =
                        "people, metFirst, cameBack, questions, answered, answeredInPublic, shares, goodWord, badWord,"
                                + " referrals, citations, visits, assistedVisits, sales, assistedSales or hours")
        @Nullable
        String figure,

        @Parameter(
                description = "the channels of a chain in their order, separated by commas; without channel and figure")
        @Nullable
        String chain,

        @Parameter(
                description =
                        "-at, the newest first, which is the default; or -amount, the largest first, with answered,"
                                + " answeredInPublic or hours")
        @Nullable
        String sort) {

    private static final int MAX_CHAIN = 50;

    /** The order that is asked for; fails with a problem for one that the figure does not have. */
    CountedOrder order() {
        if (sort == null || sort.isBlank()) {
            return CountedOrder.NEWEST;
        }
        var hasAmount = ChannelFigure.fromField(String.valueOf(figure))
                .filter(ChannelFigure::hasAmount)
                .isPresent();
        return CountedOrder.fromField(sort)
                .filter(order -> order != CountedOrder.LARGEST || hasAmount)
                .orElseThrow(() -> Problem.invalid(
                                "sort", "sort is -at, or with answered, answeredInPublic or hours also -amount.")
                        .asException());
    }

    /** What is asked for; fails with a problem that names an unusable parameter. */
    CountedFigure counted() {
        if (chain != null && !chain.isBlank()) {
            var channels = List.of(chain.strip().split(","));
            if (channel != null || figure != null || channels.size() > MAX_CHAIN) {
                throw Problem.invalid(
                                "chain", "chain is used without channel and figure, and names at most 50 channels.")
                        .asException();
            }
            return new CountedFigure.CountedChain(channels);
        }
        var known = Optional.ofNullable(figure)
                .flatMap(ChannelFigure::fromField)
                .orElseThrow(() -> Problem.invalid("figure", "figure is one of " + ChannelFigure.choices() + ".")
                        .asException());
        if (channel == null || channel.isBlank()) {
            if (!known.isOfOneChannel()) {
                throw Problem.invalid("channel", "channel is needed with this figure; for a chain use chain.")
                        .asException();
            }
            return new CountedFigure.CountedOnChannel(null, known);
        }
        return new CountedFigure.CountedOnChannel(channel.strip(), known);
    }
}
