package io.rapport.report.tie;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.people.PeopleReport;
import io.rapport.report.domain.tie.PersonTie;
import io.rapport.report.domain.tie.TieReport;
import io.rapport.report.domain.tie.TieRepository.TiePosition;
import io.rapport.report.page.BrandPageLink;
import io.rapport.report.request.AsOfResolver;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.paging.Cursor;
import io.rapport.web.paging.CursorPage;
import io.rapport.web.paging.PageRequest;
import io.rapport.web.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Ties between the people of a brand. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}")
class TieController {

    private static final String ORDER = "-weight";

    private final BrandCatalogue catalogue;
    private final AsOfResolver days;
    private final PeopleReport people;
    private final TieReport ties;

    TieController(BrandCatalogue catalogue, AsOfResolver days, PeopleReport people, TieReport ties) {
        this.catalogue = catalogue;
        this.days = days;
        this.people = people;
        this.ties = ties;
    }

    @Operation(summary = "The people tied to a person, strongest tie first")
    @GetMapping("/people/{person}/ties")
    CursorPage<TieView> ties(
            BrandKey brand,
            @PathVariable UUID person,
            @RequestParam(required = false) @Nullable String asOf,
            PageRequest paging) {
        catalogue.require(brand);
        var day = days.resolve(brand, asOf);
        var found = people.find(brand, day, person)
                .orElseThrow(() -> Problem.notFound().asException());
        var page = CursorPage.of(
                ties.list(brand, day, found, position(paging), paging.limit() + 1),
                paging.limit(),
                TieController::cursor);
        var path = BrandPageLink.path(brand.agency(), brand.brand());
        var views = ties.named(brand, day, found, page.items()).stream()
                .map(tie -> TieView.of(tie, day, path))
                .toList();
        return new CursorPage<>(views, page.next());
    }

    @Operation(summary = "Clients who hardly know the brand, each with a person close to it who is tied to them")
    @GetMapping("/introductions")
    CursorPage<IntroductionView> introductions(
            BrandKey brand, @RequestParam(required = false) @Nullable String asOf, PageRequest paging) {
        catalogue.require(brand);
        var day = days.resolve(brand, asOf);
        var path = BrandPageLink.path(brand.agency(), brand.brand());
        var found = ties.introductions(brand, day, paging.limit());
        return new CursorPage<>(
                found.stream().map(tie -> IntroductionView.of(tie, day, path)).toList(), null);
    }

    private static @Nullable TiePosition position(PageRequest paging) {
        var after = paging.after();
        return after == null ? null : new TiePosition(after.number(ORDER, 0), UUID.fromString(after.text(ORDER, 1)));
    }

    private static Cursor cursor(PersonTie last) {
        return Cursor.of(ORDER, last.rank(), last.other());
    }
}
