package io.rapport.report.web;

import io.rapport.contracts.score.RollingRor;
import io.rapport.report.domain.PersonInBrand;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who a brand's notifications come from: those who know, like and trust it, or others.
 *
 * @param share of notifications that come from captive people, 0 to 1; null when there were none
 * @param people captive people, those who give most first
 */
record Notifications(@Nullable Double share, String sentence, List<PersonRow> people) {

    /** How many captive people are named. */
    static final int NAMED = 5;

    static Notifications of(RollingRor figures, List<PersonInBrand> captive, String brandPath) {
        var share = figures.captiveNotificationShare();
        var sentence = share == null
                ? "Nobody turned to the brand in these days."
                : Show.share(share) + " come from people who know, like and trust the brand. They are "
                        + Show.share(figures.captiveShare()) + " of the people seen.";
        return new Notifications(
                share,
                sentence,
                captive.stream().map(person -> PersonRow.of(person, brandPath)).toList());
    }
}
