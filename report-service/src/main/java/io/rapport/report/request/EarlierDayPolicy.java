package io.rapport.report.request;

import io.rapport.report.domain.AsOfDay;
import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemException;
import java.util.Objects;
import org.springframework.http.HttpStatus;

/** Refuses figures that are not computed for days before the current one, instead of showing those of another day. */
public final class EarlierDayPolicy {

    private EarlierDayPolicy() {}

    /**
     * The problem of figures that are not available for an earlier day.
     *
     * @param figures what was asked for, as the subject of a sentence in the plural
     */
    public static ProblemException notAvailable(AsOfDay asOf, String figures) {
        return Problem.of(
                        HttpStatus.NOT_FOUND,
                        "not-on-earlier-days",
                        "Not available for an earlier day",
                        figures + " are available for the brand's current day only: leave asOf out.")
                .with("asOf", Objects.toString(asOf.day()))
                .asException();
    }
}
