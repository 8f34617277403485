package io.rapport.report.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.score.Stage;
import io.rapport.contracts.score.WarmthClass;
import io.rapport.report.domain.identity.PersonHandle;
import io.rapport.report.domain.people.PersonInBrand;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person of a brand, in a list.
 *
 * @param name their name, else their best handle
 * @param strength 0 to 100
 * @param warmth 0 to 100
 * @param cooling close, and not in touch lately
 * @param reciprocity 0 to 1
 * @param theyToUs decayed return
 * @param usToThem decayed effort
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record PersonView(
        UUID person,
        String name,
        List<PersonHandle> handles,
        double strength,
        double know,
        double like,
        double trust,
        Stage stage,
        double warmth,
        WarmthClass warmthClass,
        boolean cooling,
        double reciprocity,
        double theyToUs,
        double usToThem,
        boolean captive,
        boolean client,
        @Nullable LocalDate firstSeen,
        @Nullable LocalDate lastSeen) {

    static PersonView of(PersonInBrand from) {
        var state = from.state();
        return new PersonView(
                state.person(),
                from.name(),
                from.known().handles(),
                state.strength(),
                state.know(),
                state.like(),
                state.trust(),
                state.stage(),
                state.warmth(),
                state.warmthClass(),
                state.cooling(),
                state.reciprocity(),
                state.theyToUs(),
                state.usToThem(),
                state.captive(),
                state.client(),
                state.firstSeen(),
                state.lastSeen());
    }
}
