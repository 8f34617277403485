package io.rapport.report.corrections;

import io.rapport.report.page.BrandPageLink;

import io.rapport.contracts.BrandKey;
import io.rapport.web.auth.Caller;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.pages.PageController;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.util.UriComponentsBuilder;

/** The form on a person's timeline that corrects how a text was meant. */
@Controller
public class CorrectionPageController extends PageController {

    private final BrandCatalogue catalogue;
    private final CorrectionHandler desk;

    CorrectionPageController(BrandCatalogue catalogue, CorrectionHandler desk) {
        this.catalogue = catalogue;
        this.desk = desk;
    }

    /**
     * What was filled in, and which part of the timeline to go back to.
     *
     * @param version the version that was seen
     */
    record CorrectionFields(
            UUID engagement,
            @Nullable Double polarity,
            @Nullable String reason,
            @Nullable Long version,
            @Nullable String direction,
            @Nullable String kind,
            @Nullable String cursor) {}

    @PostMapping(
            path = "/agencies/{agency}/brands/{brand}/people/{id}/sentiment",
            consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Void> correct(BrandKey brand, @PathVariable UUID id, CorrectionFields fields, Caller caller) {
        catalogue.require(brand);
        var correction = new SentimentController.SentimentCorrectionRequest(fields.polarity(), fields.reason(), fields.version());
        desk.correct(brand, fields.engagement(), correction, caller);
        var back = UriComponentsBuilder.fromPath(BrandPageLink.path(brand.agency(), brand.brand()) + "/people/" + id)
                .queryParamIfPresent("direction", given(fields.direction()))
                .queryParamIfPresent("kind", given(fields.kind()))
                .queryParamIfPresent("cursor", given(fields.cursor()))
                .fragment("e-" + fields.engagement())
                .encode()
                .toUriString();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, back)
                .build();
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).filter(value -> !value.isBlank());
    }
}
