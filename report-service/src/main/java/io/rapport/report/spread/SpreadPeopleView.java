package io.rapport.report.spread;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.score.Stage;
import io.rapport.report.domain.people.PersonInBrand;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The carriers of one tone.
 *
 * @param asOf the last day of the window; null while the brand has no figures
 * @param count the number of carriers, also of those that are left out
 * @param items the strongest first, at most 500
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record SpreadPeopleView(int window, @Nullable LocalDate asOf, String tone, long count, List<CarrierView> items) {

    /**
     * A carrier.
     *
     * @param link path of the person's page
     */
    record CarrierView(UUID person, String name, double strength, Stage stage, String link) {

        static CarrierView of(PersonInBrand from, String link) {
            var state = from.state();
            return new CarrierView(state.person(), from.name(), state.strength(), state.stage(), link);
        }
    }
}
