package io.rapport.ingest.web.lists;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.PriceList;
import io.rapport.ingest.domain.keyword.KeywordPriceIntake;
import io.rapport.ingest.domain.registration.BrandRegistrationService;
import io.rapport.ingest.web.engagements.IntakeResponse;
import io.rapport.ingest.web.request.CsvUploadReader;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.problem.Problem;
import io.rapport.web.request.StreamedBody;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Imports prices of keywords. An import changes only the prices of the brand's registration. */
@RestController
@RequestMapping({
    "/v1/agencies/{agency}/brands/{brand}/imports/keywords",
    "/agencies/{agency}/brands/{brand}/imports/keywords"
})
class KeywordPriceController {

    private final BrandCatalogue brands;
    private final CsvUploadReader uploads;
    private final BrandRegistrationService registrations;
    private final Clock clock;

    KeywordPriceController(
            BrandCatalogue brands, CsvUploadReader uploads, BrandRegistrationService registrations, Clock clock) {
        this.brands = brands;
        this.uploads = uploads;
        this.registrations = registrations;
        this.clock = clock;
    }

    /**
     * The result of an import of prices.
     *
     * @param keywords the keywords of the file with a price; of more than 1 000 those with most clicks are stored
     * @param withoutPrice rows without a price, such as keywords that got no click
     * @param prices the current prices
     * @param version the version of the brand, which increases if the prices changed
     */
    record KeywordPriceResponse(
            int rows,
            int keywords,
            int withoutPrice,
            PriceList prices,
            long version,
            List<IntakeResponse.RejectedLine> rejected) {}

    @Operation(
            summary = "Imports what a click costs for each keyword: the keyword export of Google Ads",
            description =
                    "Visits from search with one of the keywords are valued at its price. 400 for a file of keywords without prices.",
            requestBody = @RequestBody(required = true, content = @Content(schema = @Schema(type = "string"))))
    @StreamedBody
    @PostMapping(consumes = {CsvUploadReader.CSV, CsvUploadReader.WORKBOOK})
    @ResponseStatus(HttpStatus.ACCEPTED)
    KeywordPriceResponse importPrices(
            BrandKey brand,
            @RequestParam(defaultValue = "false") boolean complete,
            @RequestParam(required = false) @Nullable Long version,
            @RequestParam(required = false) @Nullable Integer header,
            @RequestParam(required = false) @Nullable String currency,
            HttpServletRequest request)
            throws IOException {
        var known = Optional.ofNullable(brands.require(brand).prices()).map(PriceList::currency);
        var intake = uploads.read(request, KeywordPriceIntake::isColumnName, header, file -> {
            var read = new KeywordPriceIntake(file.header(), known.orElse(currency));
            file.forEachRemaining(read::process);
            return read;
        });
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var changed = registrations
                .changePrices(brand, version, prices -> intake.joinInto(prices, complete), at)
                .orElseThrow(() -> Problem.notFound().asException())
                .brand();
        var prices = changed.prices();
        if (prices == null) {
            throw new IllegalStateException("An import of prices leaves a price list");
        }
        return new KeywordPriceResponse(
                intake.rows(),
                intake.keywords(),
                intake.withoutPrice(),
                prices,
                changed.version(),
                IntakeResponse.lines(intake.rejected()));
    }
}
