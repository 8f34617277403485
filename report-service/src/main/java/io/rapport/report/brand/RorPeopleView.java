package io.rapport.report.brand;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.score.Stage;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.people.PersonInBrand;
import io.rapport.report.domain.people.RorSide;
import io.rapport.report.page.BrandPageLink;
import io.rapport.report.page.PersonName;
import io.rapport.web.paging.CursorPage;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The people behind one side of Return on Relationships.
 *
 * @param window the number of days
 * @param asOf the last of them; null while the brand has no figures
 * @param side {@code returned} or {@code invested}
 * @param total the brand's sum of the side
 * @param items the highest amount first
 * @param next the cursor of the next page; null on the last page
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record RorPeopleView(
        int window,
        @Nullable LocalDate asOf,
        @Nullable String modelVersion,
        String side,
        double total,
        List<RorPersonView> items,
        @Nullable String next) {

    /**
     * A person with their part of the sum.
     *
     * @param share of the brand's sum, 0 to 1
     * @param link path of what they did, or of what the brand did for them
     */
    record RorPersonView(
            UUID person, String name, double amount, double share, Stage stage, boolean client, String link) {

        static RorPersonView of(PersonInBrand from, AsOfDay asOf, RorSide side, int window, double total, String path) {
            var state = from.state();
            var amount = side.amount(state, window);
            var direction = side == RorSide.RETURNED ? "INBOUND" : "OUTBOUND";
            return new RorPersonView(
                    state.person(),
                    PersonName.of(from.known()),
                    amount,
                    total <= 0 ? 0 : Math.min(1, amount / total),
                    state.stage(),
                    state.client(),
                    path + "/people/" + state.person() + "?direction=" + direction + BrandPageLink.asOf(asOf, "&")
                            + "#timeline");
        }
    }

    static RorPeopleView of(AsOfDay asOf, RorSide side, int window, double total, CursorPage<RorPersonView> page) {
        return new RorPeopleView(
                window,
                asOf.day(),
                asOf.modelVersion(),
                RorPeopleRequest.value(side),
                total,
                page.items(),
                page.next());
    }
}
