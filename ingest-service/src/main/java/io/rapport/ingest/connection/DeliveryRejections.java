package io.rapport.ingest.connection;

import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.connection.ConnectionConfigured;
import io.rapport.contracts.connection.DeliveryRejected;
import io.rapport.contracts.connection.DeliveryRejectedBuilder;
import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.ingest.domain.source.SourceMapping;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.messaging.json.Json;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/** Composes the events of what a connection delivered and could not be published. */
final class DeliveryRejections {

    static final String ACCOUNT = "account";
    static final String ENGAGEMENT = "engagement";

    private static final int MAX_RAW = 1 << 20;
    /** Headers by which platforms name the event. Signatures and credentials are not kept. */
    private static final Pattern KEPT_HEADER =
            Pattern.compile("content-type|ce-.*|x-(?!.*(signature|hmac|token|forwarded|real-ip|key|secret)).*");

    private DeliveryRejections() {}

    /** A mapped engagement of an account that belongs to no brand. */
    static DeliveryRejected ofAccount(
            ConnectionConfigured connection,
            SourceMapping.Mapped mapped,
            MappedRow row,
            RejectionCode code,
            String message,
            Instant at) {
        var raw = Json.mapper()
                .writeValueAsString(Map.of(ACCOUNT, mapped.account(), ENGAGEMENT, new TreeMap<>(row.fields())));
        return builder(connection, raw, at)
                .account(mapped.account())
                .code(code)
                .message(message)
                .mapped(true)
                .build();
    }

    /** A payload with a part that cannot be mapped. */
    static DeliveryRejected ofPayload(
            ConnectionConfigured connection, SourcePayload payload, SourceMapping.Unusable reason, Instant at) {
        var headers = new TreeMap<String, String>();
        payload.headers().forEach((name, values) -> {
            if (KEPT_HEADER.matcher(name).matches() && !values.isEmpty()) {
                headers.put(name, values.get(0));
            }
        });
        headers.put("content-type", payload.contentType());
        return builder(connection, payload.text(), at)
                .code(RejectionCode.UNPARSEABLE)
                .message(reason.path().isEmpty() ? reason.reason() : reason.reason() + " (at " + reason.path() + ")")
                .path(reason.path())
                .mapped(false)
                .headers(headers)
                .build();
    }

    private static DeliveryRejectedBuilder builder(ConnectionConfigured connection, String raw, Instant at) {
        return DeliveryRejectedBuilder.builder()
                .id(id(connection, raw))
                .agency(connection.agency())
                .connection(connection.connection())
                .source(connection.source())
                .raw(raw.length() <= MAX_RAW ? raw : raw.substring(0, MAX_RAW))
                .rejectedAt(at);
    }

    private static UUID id(ConnectionConfigured connection, String raw) {
        return DeterministicIds.of("delivery", connection.connectionKey().key(raw));
    }
}
