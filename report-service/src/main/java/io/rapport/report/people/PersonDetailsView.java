package io.rapport.report.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rapport.contracts.score.SentimentSum;
import io.rapport.contracts.score.WindowSums;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.people.PersonInBrand;
import io.rapport.report.domain.people.RelationshipSummary;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person of a brand, with all that is known of the relationship.
 *
 * @param was the id that was asked for, when that person has been merged into this one; else null
 * @param since when they were first known; null until identity has said
 * @param clientId their id on the client list
 * @param why what they did that counts most, in a sentence
 * @param asOf the day it holds for
 * @param judgedOn the day the state was published for: on or before {@code asOf}
 * @param stageSince since which day they are in this stage
 * @param lastTouch day of the last personal touch in either direction
 * @param windows returned and invested over 7, 30 and 90 days
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record PersonDetailsView(
        @JsonUnwrapped PersonView view,
        @Nullable UUID was,
        @Nullable Instant since,
        @Nullable String clientId,
        String why,
        @Nullable LocalDate asOf,
        LocalDate judgedOn,
        String modelVersion,
        long identityVersion,
        LocalDate stageSince,
        @Nullable LocalDate lastTouch,
        List<WindowSums> windows,
        SentimentSum sentiment) {

    static PersonDetailsView of(PersonInBrand from, AsOfDay moment, UUID asked) {
        var state = from.state();
        var profile = from.known().profile();
        return new PersonDetailsView(
                PersonView.of(from),
                asked.equals(state.person()) ? null : asked,
                profile == null ? null : profile.since(),
                profile == null ? null : profile.clientId(),
                RelationshipSummary.of(state),
                moment.day(),
                state.asOf(),
                state.modelVersion(),
                state.identityVersion(),
                state.stageSince(),
                state.lastTouch(),
                state.windows(),
                state.sentiment());
    }
}
