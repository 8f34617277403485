package io.rapport.ingest.source.blog;

import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.source.FetchFailedException;
import io.rapport.ingest.domain.source.HttpFetcher;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSecrets;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.domain.source.SourceVerifier;
import io.rapport.ingest.domain.source.VerificationResult;
import java.net.URI;
import java.time.Instant;
import java.util.Map;

/**
 * Verifies webmentions: they are not signed, anyone may send one. What counts is the page that is fetched: {@link WebmentionSource} finds the
 * link in it.
 */
final class WebmentionVerifier implements SourceVerifier {

    private static final int MAX_PAGE = 2 << 20;

    @Override
    public VerificationResult verify(SourcePayload payload, SourceSecrets secrets, Instant now) {
        return WebmentionRequest.ofForm(payload).isPresent()
                ? VerificationResult.accept()
                : VerificationResult.refuse("it is no form with source and target, two addresses of the web.");
    }

    @Override
    public boolean fetches() {
        return true;
    }

    @Override
    public SourcePayload fetch(SourcePayload payload, SourceSettings settings, HttpFetcher http) {
        var mention = WebmentionRequest.ofForm(payload)
                .filter(each -> each.account(settings).isPresent())
                .orElseThrow(() -> InputRejectedException.invalid(
                        "target", "is no page of a site that receives webmentions here."));
        var page = http.get(address(mention), Map.of("Accept", "text/html"));
        if (page.status() == 404 || page.status() == 410) {
            return mention.fetched(new byte[0], page.status());
        }
        if (!page.isSuccess()) {
            throw new FetchFailedException("The page answered %d.".formatted(page.status()));
        }
        if (page.body().length > MAX_PAGE) {
            throw InputRejectedException.invalid("source", "is a page of more than 2 MB.");
        }
        return mention.fetched(page.body(), page.status());
    }

    private static URI address(WebmentionRequest mention) {
        try {
            return URI.create(mention.source());
        } catch (IllegalArgumentException e) {
            throw InputRejectedException.invalid("source", "is no address of the web.");
        }
    }
}
