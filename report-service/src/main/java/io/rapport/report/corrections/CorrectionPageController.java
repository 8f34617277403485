package io.rapport.report.corrections;

import io.rapport.contracts.BrandKey;
import io.rapport.report.page.BrandPageLink;
import io.rapport.web.auth.Caller;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.pages.PageController;
import io.rapport.web.problem.Problem;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** The form on a person's page that corrects the sentiment of a text. */
@Controller
class CorrectionPageController extends PageController {

    private final BrandCatalogue catalogue;
    private final CorrectionHandler handler;

    CorrectionPageController(BrandCatalogue catalogue, CorrectionHandler handler) {
        this.catalogue = catalogue;
        this.handler = handler;
    }

    /**
     * The fields of the form, and the page of the timeline to redirect to.
     *
     * @param version the version that was shown (optimistic lock)
     */
    record CorrectionFields(
            @Nullable UUID engagement,
            @Nullable Double polarity,
            @Nullable String reason,
            @Nullable Long version,
            @Nullable String direction,
            @Nullable String kind,
            @Nullable String cursor) {}

    @PostMapping(
            path = "/agencies/{agency}/brands/{brand}/people/{id}/sentiment",
            consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView correct(BrandKey brand, @PathVariable UUID id, CorrectionFields fields, Caller caller) {
        catalogue.require(brand);
        var correction = new SentimentCorrectionRequest(fields.polarity(), fields.reason(), fields.version());
        var engagement = fields.engagement();
        if (engagement == null) {
            throw Problem.invalid("engagement", "engagement is required.").asException();
        }
        handler.correct(brand, engagement, correction, caller);
        var back = UriComponentsBuilder.fromPath(BrandPageLink.path(brand.agency(), brand.brand()) + "/people/" + id)
                .queryParamIfPresent("direction", notBlank(fields.direction()))
                .queryParamIfPresent("kind", notBlank(fields.kind()))
                .queryParamIfPresent("cursor", notBlank(fields.cursor()))
                .fragment("e-" + engagement)
                .encode()
                .toUriString();
        return seeOther(back);
    }

    private static Optional<String> notBlank(@Nullable String text) {
        return Optional.ofNullable(text).filter(value -> !value.isBlank());
    }
}
