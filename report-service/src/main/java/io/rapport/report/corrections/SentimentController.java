package io.rapport.report.corrections;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.engagement.SentimentService;
import io.rapport.report.domain.engagement.TextSentiment;
import io.rapport.web.auth.Caller;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The sentiment of a text, and corrections of it. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}/engagements/{engagement}/sentiment")
class SentimentController {

    private final BrandCatalogue catalogue;
    private final SentimentService sentiments;
    private final CorrectionHandler handler;

    SentimentController(BrandCatalogue catalogue, SentimentService sentiments, CorrectionHandler handler) {
        this.catalogue = catalogue;
        this.sentiments = sentiments;
        this.handler = handler;
    }

    /**
     * A correction that was saved.
     *
     * @param published whether the broker has acknowledged it; if not, it is published later
     */
    record SentimentCorrectionResponse(UUID engagement, TextSentiment sentiment, boolean published) {}

    @Operation(summary = "The sentiment of a text, as judged or corrected")
    @GetMapping
    TextSentiment sentiment(BrandKey brand, @PathVariable UUID engagement) {
        catalogue.require(brand);
        var found = sentiments.findAll(brand, List.of(engagement)).get(engagement);
        if (found == null) {
            throw Problem.notFound().asException();
        }
        return found;
    }

    /** Answers 202 while the broker is away: the correction is saved, and published when the broker is back. */
    @Operation(
            summary = "Correct the sentiment of a text; takes precedence over every analyser. Needs a token with the"
                    + " scope ADMIN")
    @PutMapping
    ResponseEntity<SentimentCorrectionResponse> correct(
            BrandKey brand,
            @PathVariable UUID engagement,
            @RequestBody SentimentCorrectionRequest correction,
            Caller caller) {
        catalogue.require(brand);
        var corrected = handler.correct(brand, engagement, correction, caller);
        return ResponseEntity.status(corrected.published() ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .body(new SentimentCorrectionResponse(engagement, corrected.sentiment(), corrected.published()));
    }
}
