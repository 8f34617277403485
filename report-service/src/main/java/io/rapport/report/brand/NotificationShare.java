package io.rapport.report.brand;

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
                ? "Nobody turned to the brand in these days."
                : PageFormat.share(share) + " come from people who " + rule(asOf.modelVersion()) + ". They are "
                        + PageFormat.share(figures.captiveShare()) + " of the people seen.";
        return new NotificationShare(
                share,
                sentence,
                captive.stream()
                        .map(person -> PersonRow.of(person, brandPath, asOf))
                        .toList());
    }

    /** What the rule of a model asks of captive people; the rule of an unknown model asks for the first at least. */
    static String rule(@Nullable String modelVersion) {
        var everyModel = "come back by themselves, get something back and do not speak badly of the brand";
        return STAGED_MODEL.equals(modelVersion) ? "know and like the brand, " + everyModel : everyModel;
    }
}
