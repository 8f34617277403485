package io.rapport.report.series;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.BrandKey;
import io.rapport.contracts.score.RelationshipScoreChanged;
import io.rapport.contracts.score.Stage;
import io.rapport.report.days.DayAnswers.DayFigures;
import io.rapport.report.days.DayFiguresCache;
import io.rapport.report.days.ScoringDaysClient;
import io.rapport.report.domain.identity.PersonDirectory;
import io.rapport.report.request.RequestParameters;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Figures of a brand and scores of a person on several days, computed in one pass. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}")
class SeriesController {

    private static final Duration RETRY_AFTER = Duration.ofMinutes(5);

    private final BrandCatalogue catalogue;
    private final PersonDirectory directory;
    private final ObjectProvider<DayFiguresCache> days;
    private final ObjectProvider<ScoringDaysClient> scoring;

    SeriesController(
            BrandCatalogue catalogue,
            PersonDirectory directory,
            ObjectProvider<DayFiguresCache> days,
            ObjectProvider<ScoringDaysClient> scoring) {
        this.catalogue = catalogue;
        this.directory = directory;
        this.days = days;
        this.scoring = scoring;
    }

    /**
     * The figures of a brand on several days.
     *
     * @param window days
     * @param items ascending: {@code asOf} and the figures
     */
    record BrandSeriesView(int window, String modelVersion, List<Map<String, @Nullable Object>> items) {}

    /**
     * The scores of a person on several days.
     *
     * @param person after a merge the survivor
     * @param items ascending, from the first engagement on
     */
    record PersonSeriesView(UUID person, List<PersonPoint> items) {}

    /** The scores of a person on a day. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record PersonPoint(
            LocalDate asOf,
            String modelVersion,
            double strength,
            double know,
            double like,
            double trust,
            double warmth,
            Stage stage) {

        static PersonPoint of(RelationshipScoreChanged state) {
            return new PersonPoint(
                    state.asOf(),
                    state.modelVersion(),
                    state.strength(),
                    state.know(),
                    state.like(),
                    state.trust(),
                    state.warmth(),
                    state.stage());
        }
    }

    @Operation(summary = "Figures of the brand on several days, at most 400")
    @GetMapping("/series")
    BrandSeriesView series(
            BrandKey brand,
            @Parameter(description = "ror, returned, invested, seen, new, returning, revived, lapsed, people, strength")
                    @RequestParam(defaultValue = "ror,seen,returning,strength")
                    String figures,
            @RequestParam(defaultValue = "30") String window,
            @ParameterObject SeriesRequest request) {
        catalogue.require(brand);
        var shown = SeriesFigure.parse(figures);
        var length = RequestParameters.parseWindow(window);
        var found = require(days).findWindows(brand, request.days());
        return new BrandSeriesView(
                length,
                found.modelVersion(),
                found.days().stream().map(day -> point(day, shown, length)).toList());
    }

    @Operation(summary = "The scores of a person on several days, at most 400")
    @GetMapping("/people/{person}/series")
    PersonSeriesView personSeries(BrandKey brand, @PathVariable UUID person, @ParameterObject SeriesRequest request) {
        catalogue.require(brand);
        var survivor = directory.resolveSurvivor(brand, person);
        var points = require(scoring).findPerson(brand, survivor, request.days()).stream()
                .map(PersonPoint::of)
                .toList();
        return new PersonSeriesView(survivor, points);
    }

    private static Map<String, @Nullable Object> point(DayFigures day, List<SeriesFigure> shown, int window) {
        var point = new LinkedHashMap<String, @Nullable Object>();
        point.put("asOf", day.asOf());
        shown.forEach(figure -> point.put(figure.field(), figure.of(day, window)));
        return point;
    }

    private static <T> T require(ObjectProvider<T> source) {
        var available = source.getIfAvailable();
        if (available == null) {
            throw Problem.unavailable(
                    "A series is answered by the scoring service: set RAPPORT_SCORING_URL.", RETRY_AFTER);
        }
        return available;
    }
}
