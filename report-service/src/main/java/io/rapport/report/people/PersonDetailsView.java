package io.rapport.report.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rapport.contracts.score.SentimentSum;
import io.rapport.contracts.score.WindowSums;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.identity.PersonProfile;
import io.rapport.report.domain.people.PersonInBrand;
import io.rapport.report.page.RelationshipSummary;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person of a brand with the whole relationship.
 *
 * @param was the requested id, if that person was merged into this one; else null
 * @param why the inbound engagements that contribute most, as a sentence
 * @param stageSince the first day of the stage
 * @param lastTouch day of the last personal touch in either direction
 * @param windows returned and invested over 7, 30 and 90 days
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record PersonDetailsView(
        @JsonUnwrapped PersonView view,
        @Nullable UUID was,
        @JsonUnwrapped ProfileDetails profile,
        String why,
        @JsonUnwrapped ScoringDetails scoring,
        LocalDate stageSince,
        @Nullable LocalDate lastTouch,
        List<WindowSums> windows,
        SentimentSum sentiment) {

    /**
     * What identity knows of the person.
     *
     * @param since when the person was first seen; null while identity has not published the person
     * @param clientId the id on the client list
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ProfileDetails(@Nullable Instant since, @Nullable String clientId) {

        static ProfileDetails of(@Nullable PersonProfile profile) {
            return profile == null
                    ? new ProfileDetails(null, null)
                    : new ProfileDetails(profile.since(), profile.clientId());
        }
    }

    /**
     * When and how the relationship was scored.
     *
     * @param asOf the requested day
     * @param judgedOn the day the state was published for: on or before {@code asOf}
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ScoringDetails(@Nullable LocalDate asOf, LocalDate judgedOn, String modelVersion, long identityVersion) {}

    static PersonDetailsView of(PersonInBrand from, AsOfDay asOf, UUID requested) {
        var state = from.state();
        return new PersonDetailsView(
                PersonView.of(from),
                requested.equals(state.person()) ? null : requested,
                ProfileDetails.of(from.known().profile()),
                RelationshipSummary.of(state),
                new ScoringDetails(asOf.day(), state.asOf(), state.modelVersion(), state.identityVersion()),
                state.stageSince(),
                state.lastTouch(),
                state.windows(),
                state.sentiment());
    }
}
