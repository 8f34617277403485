package io.rapport.report.people;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.people.PeopleReport;
import io.rapport.report.request.AsOfResolver;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.paging.CursorPage;
import io.rapport.web.paging.PageRequest;
import io.rapport.web.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Several people of a brand by id, in one request. */
@RestController
class PeopleLookupController {

    private final BrandCatalogue catalogue;
    private final AsOfResolver days;
    private final PeopleReport people;

    PeopleLookupController(BrandCatalogue catalogue, AsOfResolver days, PeopleReport people) {
        this.catalogue = catalogue;
        this.days = days;
        this.people = people;
    }

    /**
     * The people of a look-up.
     *
     * @param people their ids, at most 500
     * @param asOf yyyy-MM-dd; null for the brand's current day
     */
    record LookupRequest(
            @Nullable List<UUID> people, @Nullable String asOf) {}

    @Operation(summary = "Up to 500 people by id, in the order of the ids; for a merged person the survivor, once")
    @PostMapping("/v1/agencies/{agency}/brands/{brand}/people:lookup")
    PeopleResponse lookUp(BrandKey brand, @RequestBody LookupRequest request) {
        catalogue.require(brand);
        var ids = request.people() == null ? List.<UUID>of() : request.people();
        if (ids.size() > PageRequest.MAX_LIMIT) {
            throw Problem.invalid("people", "people holds at most " + PageRequest.MAX_LIMIT + " ids.")
                    .asException();
        }
        var asOf = days.resolve(brand, request.asOf());
        var found =
                people.findAll(brand, asOf, ids).stream().map(PersonView::of).toList();
        return PeopleResponse.of(new CursorPage<>(found, null), asOf);
    }
}
