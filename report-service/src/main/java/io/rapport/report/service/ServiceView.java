package io.rapport.report.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rapport.contracts.score.ServiceWindow;
import io.rapport.contracts.score.Stage;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.EmptyFigures;
import io.rapport.report.domain.identity.PersonHandle;
import io.rapport.report.domain.people.PersonInBrand;
import io.rapport.web.paging.CursorPage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Answer times over one window, and the people who are owed a reply.
 *
 * @param asOf the last day of the window; null while the brand has no figures
 * @param measured whether scoring has published answer times
 * @param owed the people who are owed a reply, longest waiting first: who asked up to that day and waits for an answer now
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ServiceView(
        @Nullable LocalDate asOf,
        @Nullable String modelVersion,
        boolean measured,
        @JsonUnwrapped ServiceWindow figures,
        CursorPage<OwedReplyView> owed) {

    /**
     * A person who is owed a reply.
     *
     * @param name the name, else the most reliable handle
     * @param owed the number of unanswered conversations
     * @param owedSince when the oldest of them was opened
     * @param strength 0 to 100
     * @param top the person is among the strongest {@code top} percent of the brand's people; null if not known
     */
    record OwedReplyView(
            UUID person,
            String name,
            List<PersonHandle> handles,
            int owed,
            Instant owedSince,
            double strength,
            @Nullable Integer top,
            Stage stage,
            boolean client) {

        static OwedReplyView of(PersonInBrand from) {
            var state = from.state();
            return new OwedReplyView(
                    state.person(),
                    from.name(),
                    from.known().handles(),
                    Objects.requireNonNullElse(state.owed(), 0),
                    since(from),
                    state.strength(),
                    from.top(),
                    state.stage(),
                    state.client());
        }

        static Instant since(PersonInBrand from) {
            return Objects.requireNonNull(from.state().owedSince(), "A person who is owed a reply has a date since");
        }
    }

    static ServiceView of(@Nullable ServiceWindow figures, int window, AsOfDay asOf, CursorPage<PersonInBrand> owed) {
        return new ServiceView(
                asOf.day(),
                asOf.modelVersion(),
                figures != null,
                figures == null ? EmptyFigures.service(window) : figures,
                owed.map(OwedReplyView::of));
    }
}
