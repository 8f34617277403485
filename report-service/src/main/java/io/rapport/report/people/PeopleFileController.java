package io.rapport.report.people;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.AsOfDay;
import io.rapport.report.domain.people.PeopleReport;
import io.rapport.report.domain.people.PersonInBrand;
import io.rapport.report.request.AsOfResolver;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.list.CsvRow;
import io.rapport.web.paging.CursorPage;
import io.rapport.web.paging.PageRequest;
import io.rapport.web.problem.Problem;
import io.rapport.web.request.StreamedBody;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The people of a brand as a file, written page by page, so that memory does not grow with their number. */
@RestController
class PeopleFileController {

    private static final String CSV = "text/csv";
    private static final String LINE_BREAK = "\r\n";

    private static final String HEADER = CsvRow.of(
            "person",
            "name",
            "client",
            "stage",
            "strength",
            "know",
            "like",
            "trust",
            "warmth",
            "theyToUs",
            "usToThem",
            "reciprocity",
            "captive",
            "firstSeen",
            "lastSeen",
            "handles");

    private final BrandCatalogue catalogue;
    private final AsOfResolver days;
    private final PeoplePager pager;

    PeopleFileController(BrandCatalogue catalogue, AsOfResolver days, PeopleReport people) {
        this.catalogue = catalogue;
        this.days = days;
        this.pager = new PeoplePager(people);
    }

    @Operation(summary = "Everyone of the list of people on the current day as CSV, with its filters and its order")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = CSV, schema = @Schema(implementation = String.class)))
    @StreamedBody
    @GetMapping("/v1/agencies/{agency}/brands/{brand}/people.csv")
    void file(BrandKey brand, @ParameterObject PeopleRequest request, HttpServletResponse response) throws IOException {
        catalogue.require(brand);
        var asOf = days.resolve(brand, request.asOf());
        if (asOf.day() != null && !asOf.current()) {
            throw Problem.invalid("asOf", "The file is of the brand's current day: leave asOf out.")
                    .asException();
        }
        // Before the status is sent: a problem of the parameters is still answered as one.
        var first = page(brand, asOf, request, null);
        response.setContentType(CSV);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + brand.brand() + "-people.csv\"");
        write(brand, asOf, request, first, response);
    }

    private void write(
            BrandKey brand,
            AsOfDay asOf,
            PeopleRequest request,
            CursorPage<PersonInBrand> first,
            HttpServletResponse response)
            throws IOException {
        var out = response.getWriter();
        out.write(HEADER + LINE_BREAK);
        for (var page = first; ; page = page(brand, asOf, request, page.next())) {
            for (var person : page.items()) {
                out.write(row(person) + LINE_BREAK);
            }
            if (page.next() == null || out.checkError()) {
                return;
            }
        }
    }

    private CursorPage<PersonInBrand> page(
            BrandKey brand, AsOfDay asOf, PeopleRequest request, @Nullable String cursor) {
        return pager.page(brand, asOf, request, PageRequest.of(String.valueOf(PageRequest.MAX_LIMIT), cursor));
    }

    private static String row(PersonInBrand from) {
        var state = from.state();
        return CsvRow.of(
                state.person().toString(),
                from.name(),
                String.valueOf(state.client()),
                state.stage().name(),
                String.valueOf(state.strength()),
                String.valueOf(state.know()),
                String.valueOf(state.like()),
                String.valueOf(state.trust()),
                String.valueOf(state.warmth()),
                String.valueOf(state.theyToUs()),
                String.valueOf(state.usToThem()),
                String.valueOf(state.reciprocity()),
                String.valueOf(state.captive()),
                Objects.toString(state.firstSeen(), null),
                Objects.toString(state.lastSeen(), null),
                from.known().handles().stream()
                        .map(handle -> handle.channel() + ":" + handle.id())
                        .collect(Collectors.joining(" ")));
    }
}
