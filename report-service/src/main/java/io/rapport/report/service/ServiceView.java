package io.rapport.report.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rapport.contracts.score.ServiceWindow;
import io.rapport.contracts.score.Stage;
import io.rapport.report.domain.identity.PersonHandle;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.EmptyFigures;
import io.rapport.report.domain.people.PersonInBrand;
import io.rapport.web.paging.CursorPage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How people who wanted an answer were answered over one window, and who still waits for one.
 *
 * @param asOf the day it ends; null while nothing is known of the brand
 * @param measured whether scoring has said anything of service yet
 * @param owed who is owed a reply at the end of that day, whenever they asked: longest waiting first. Of an earlier day it
 *     is as each person's last change until then told, which an answer alone is not
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ServiceView(
        @Nullable LocalDate asOf,
        @Nullable String modelVersion,
        boolean measured,
        @JsonUnwrapped ServiceWindow figures,
        CursorPage<OwedReplyView> owed) {

    /**
     * Somebody who waits for an answer.
     *
     * @param name their name, else their best handle
     * @param owed how many conversations wait for the brand's answer
     * @param owedSince when the one that waits longest was opened
     * @param strength 0 to 100
     */
    record OwedReplyView(
            UUID person,
            String name,
            List<PersonHandle> handles,
            int owed,
            Instant owedSince,
            double strength,
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
                    state.stage(),
                    state.client());
        }

        static Instant since(PersonInBrand from) {
            return Objects.requireNonNull(from.state().owedSince(), "Who is owed a reply asked at some time");
        }
    }

    static ServiceView of(@Nullable ServiceWindow figures, int window, AsOfDay moment, CursorPage<PersonInBrand> owed) {
        return new ServiceView(
                moment.day(),
                moment.modelVersion(),
                figures != null,
                figures == null ? EmptyFigures.service(window) : figures,
                owed.map(OwedReplyView::of));
    }
}
