package io.rapport.ingest.domain.input;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.engagement.EngagementRejected;
import io.rapport.contracts.engagement.EngagementRejectedBuilder;
import io.rapport.ingest.domain.text.TextCleaner;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request to take in rows.
 *
 * @param brand the current registration of the brand
 * @param id the id of the request
 * @param receivedAt the time of receipt, in milliseconds
 * @param defaultSource the source of rows without one; null when each row has to name its source
 * @param epoch the unit of timestamps that are numbers; null when they are not accepted
 */
public record IntakeRequest(
        BrandRegistered brand,
        UUID id,
        Instant receivedAt,
        @Nullable String defaultSource,
        @Nullable EpochUnit epoch) {

    private static final String SERVICE = "ingest";
    private static final int MAX_RAW = 1 << 20;

    public BrandKey brandKey() {
        return brand.brandKey();
    }

    /**
     * Creates the event for a rejected row of this request. Its id is deterministic.
     *
     * @param source the source of the row
     * @param engagement the id that the engagement would have had; null when the row does not determine one
     * @param raw the redacted text of the row, of which the first 1 MiB is kept
     */
    public EngagementRejected rejection(
            InputRow row, InputRejectedException reason, String source, @Nullable UUID engagement, String raw) {
        var origin = "request " + id + ", row " + row.index();
        return EngagementRejectedBuilder.builder()
                .id(DeterministicIds.of("rejection", brandKey().key(origin)))
                .agency(brand.agency())
                .brand(brand.brand())
                .source(source)
                .code(reason.code())
                .message(reason.message())
                .origin(origin)
                .engagement(engagement)
                .raw(TextCleaner.replaceUnpairedSurrogates(raw.length() <= MAX_RAW ? raw : raw.substring(0, MAX_RAW)))
                .rejectedAt(receivedAt)
                .by(SERVICE)
                .build();
    }
}
