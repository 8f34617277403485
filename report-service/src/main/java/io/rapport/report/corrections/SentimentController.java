package io.rapport.report.corrections;

import io.rapport.contracts.BrandKey;
import io.rapport.report.domain.engagement.TextSentiment;
import io.rapport.report.domain.engagement.SentimentService;
import io.rapport.web.auth.Caller;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How a text was meant, and what people say to that. */
@RestController
@RequestMapping("/v1/agencies/{agency}/brands/{brand}/engagements/{engagement}/sentiment")
public class SentimentController {

    private final BrandCatalogue catalogue;
    private final SentimentService sentiments;
    private final CorrectionHandler desk;

    SentimentController(BrandCatalogue catalogue, SentimentService sentiments, CorrectionHandler desk) {
        this.catalogue = catalogue;
        this.sentiments = sentiments;
        this.desk = desk;
    }

    /**
     * A person's decision.
     *
     * @param polarity -1 (bad) to 1 (good)
     * @param reason why, at most 500 characters
     * @param version the version it corrects, so that nobody is overridden unseen; left out for whatever there is
     */
    record SentimentCorrectionRequest(
            @Nullable Double polarity,
            @Nullable String reason,
            @Nullable Long version) {}

    /**
     * A correction that holds.
     *
     * @param published whether the other services were told already; if not, they will be
     */
    record SentimentCorrectionResponse(UUID engagement, TextSentiment sentiment, boolean published) {}

    @Operation(summary = "How a text was meant, as judged or corrected")
    @GetMapping
    TextSentiment sentiment(BrandKey brand, @PathVariable UUID engagement) {
        catalogue.require(brand);
        var found = sentiments.findAll(brand, List.of(engagement)).get(engagement);
        if (found == null) {
            throw Problem.notFound().asException();
        }
        return found;
    }

    /** Accepted, not done, while the broker is away: it holds, and is published when the broker is back. */
    @Operation(summary = "Say how a text was meant: it holds over every analyser. Needs a token with the scope ADMIN")
    @PutMapping
    ResponseEntity<SentimentCorrectionResponse> correct(
            BrandKey brand, @PathVariable UUID engagement, @RequestBody SentimentCorrectionRequest correction, Caller caller) {
        catalogue.require(brand);
        var corrected = desk.correct(brand, engagement, correction, caller);
        return ResponseEntity.status(corrected.published() ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .body(new SentimentCorrectionResponse(engagement, corrected.sentiment(), corrected.published()));
    }
}
