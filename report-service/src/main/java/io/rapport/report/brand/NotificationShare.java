package io.rapport.report.brand;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.contracts.score.RollingRor;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.people.PersonInBrand;
import io.rapport.report.page.PageFormat;
import io.rapport.report.people.PersonRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The share of a brand's notifications that comes from captive people.
 *
 * @param share of notifications that come from captive people, 0 to 1; null when there were none
 * @param people captive people, those who return most first
 */
record NotificationShare(@Nullable Double share, String sentence, List<PersonRow> people) {

    /** The maximum number of captive people. */
    static final int MAX_PEOPLE = 5;

    /** Its captive people are at the stage {@code LIKES} or above as well. */
    private static final String STAGED_MODEL = "standard-2";

    static NotificationShare of(RollingRor figures, List<PersonInBrand> captive, String brandPath, AsOfDay asOf) {
        var share = figures.captiveNotificationShare();
        var sentence = share == null
                ? text("notifications.none")
                : text(
                        "notifications.share",
                        PageFormat.share(share),
                        rule(asOf.modelVersion()),
                        PageFormat.share(figures.captiveShare()));
        return new NotificationShare(
                share,
                sentence,
                captive.stream()
                        .map(person -> PersonRow.of(person, brandPath, asOf))
                        .toList());
    }

    /** What the rule of a model asks of captive people; the rule of an unknown model asks for the first at least. */
    static String rule(@Nullable String modelVersion) {
        var everyModel = text("notifications.rule");
        return STAGED_MODEL.equals(modelVersion) ? text("notifications.rule.staged", everyModel) : everyModel;
    }
}
