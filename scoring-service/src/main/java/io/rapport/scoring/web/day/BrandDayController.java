package io.rapport.scoring.web.day;

import io.rapport.contracts.BrandKey;
import io.rapport.scoring.domain.model.ChangeAttribution;
import io.rapport.scoring.query.DayQueries;
import io.rapport.scoring.query.DaySetter;
import io.rapport.web.auth.Caller;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.problem.Problem;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The current day of a brand. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}/day")
public class BrandDayController {

    private static final int MAX_REASON = 500;

    private final BrandCatalogue catalogue;
    private final DayQueries queries;
    private final DaySetter setter;
    private final Clock clock;

    BrandDayController(BrandCatalogue catalogue, DayQueries queries, DaySetter setter, Clock clock) {
        this.catalogue = catalogue;
        this.queries = queries;
        this.setter = setter;
        this.clock = clock;
    }

    /** Returns the current day, its clock, the engagements ahead of it, and who set it. */
    @GetMapping
    BrandDayView day(BrandKey brand) {
        var registered = catalogue.require(brand);
        return BrandDayView.of(DayProblemMapper.orProblem(() -> queries.currentDay(registered)), registered.clock());
    }

    /** Sets the current day of a brand with an event clock; all people and figures are computed for it in the background. */
    @PutMapping
    BrandDayView set(BrandKey brand, @RequestBody BrandDayRequest request, Caller caller) {
        var registered = catalogue.require(brand);
        var text = request.day();
        if (text == null) {
            throw Problem.invalid("day", "day is a day such as 2026-10-31.").asException();
        }
        var day = DayParameters.day("day", text);
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var attribution = new ChangeAttribution(caller.name(), reason(request), at);
        return BrandDayView.of(
                DayProblemMapper.orProblem(() -> setter.set(registered, day, attribution)), registered.clock());
    }

    private static @Nullable String reason(BrandDayRequest request) {
        var reason = request.reason();
        if (reason != null && (reason.length() > MAX_REASON || reason.chars().anyMatch(Character::isISOControl))) {
            throw Problem.invalid("reason", "reason has at most " + MAX_REASON + " characters, on one line.")
                    .asException();
        }
        return reason == null || reason.isBlank() ? null : reason;
    }
}
