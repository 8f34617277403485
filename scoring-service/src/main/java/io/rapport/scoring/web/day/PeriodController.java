package io.rapport.scoring.web.day;

import io.rapport.contracts.BrandKey;
import io.rapport.scoring.query.PeriodQueries;
import io.rapport.web.brand.BrandCatalogue;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Figures and people of a period of days, such as a month. */
@RestController
public class PeriodController {

    private final BrandCatalogue catalogue;
    private final PeriodQueries queries;

    PeriodController(BrandCatalogue catalogue, PeriodQueries queries) {
        this.catalogue = catalogue;
        this.queries = queries;
    }

    /** Returns the figures of a period and lists of its people, computed in one pass over all people. */
    @PostMapping("/v1/agencies/{agency}/brands/{brand}/days/period")
    PeriodQueries.Period period(BrandKey brand, @RequestBody PeriodRequest request) {
        var registered = catalogue.require(brand);
        var question = request.question();
        return DayProblemMapper.orProblem(() -> queries.period(registered, question));
    }
}
