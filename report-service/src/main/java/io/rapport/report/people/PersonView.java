package io.rapport.report.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rapport.contracts.score.Stage;
import io.rapport.contracts.score.WarmthClass;
import io.rapport.report.domain.identity.PersonHandle;
import io.rapport.report.domain.people.PersonInBrand;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person of a brand in a list.
 *
 * @param name the name, else the most reliable handle
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record PersonView(
        UUID person,
        String name,
        List<PersonHandle> handles,
        @JsonUnwrapped RelationshipScores scores,
        @JsonUnwrapped ExchangeBalance exchange,
        boolean captive,
        boolean client,
        @Nullable LocalDate firstSeen,
        @Nullable LocalDate lastSeen) {

    /**
     * How close the person is.
     *
     * @param strength 0 to 100
     * @param top the person is among the strongest {@code top} percent of the brand's people, 1 to 100; null if not known
     * @param warmth 0 to 100
     * @param cooling close, but not in touch lately
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record RelationshipScores(
            double strength,
            @Nullable Integer top,
            double know,
            double like,
            double trust,
            Stage stage,
            double warmth,
            WarmthClass warmthClass,
            boolean cooling) {

        static RelationshipScores of(PersonInBrand person) {
            var state = person.state();
            return new RelationshipScores(
                    state.strength(),
                    person.top(),
                    state.know(),
                    state.like(),
                    state.trust(),
                    state.stage(),
                    state.warmth(),
                    state.warmthClass(),
                    state.cooling());
        }
    }

    /**
     * What both sides give.
     *
     * @param reciprocity 0 to 1
     * @param theyToUs decayed return
     * @param usToThem decayed effort
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ExchangeBalance(double reciprocity, double theyToUs, double usToThem) {}

    static PersonView of(PersonInBrand from) {
        var state = from.state();
        return new PersonView(
                state.person(),
                from.name(),
                from.known().handles(),
                RelationshipScores.of(from),
                new ExchangeBalance(state.reciprocity(), state.theyToUs(), state.usToThem()),
                state.captive(),
                state.client(),
                state.firstSeen(),
                state.lastSeen());
    }
}
