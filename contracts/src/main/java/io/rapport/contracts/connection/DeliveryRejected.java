package io.rapport.contracts.connection;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.contracts.engagement.RejectionCode;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of a delivery that belongs to no brand, or that could not be mapped, in full. A null value on the topic means that
 * it was replayed or discarded.
 *
 * @param id of this rejection; equal input has the same id
 * @param source the name of the connection's source
 * @param account the platform's id of the account; null where it is not known
 * @param code the reason as a code
 * @param message the reason as a sentence: what is wrong and how to correct it
 * @param path the JSON Pointer of the value that is wrong; null where none is
 * @param mapped whether {@code raw} is a mapped engagement; otherwise it is the payload
 * @param headers the headers of the payload that its source may need, names in lower case; null for a mapped engagement
 * @param raw the input as text, truncated to 1 MiB
 * @param rejectedAt the time of the first rejection
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RecordBuilder
public record DeliveryRejected(
        UUID id,
        String agency,
        String connection,
        String source,
        @Nullable String account,
        RejectionCode code,
        String message,
        @Nullable String path,
        boolean mapped,
        @Nullable Map<String, String> headers,
        String raw,
        Instant rejectedAt) {

    /** The connection. */
    public ConnectionKey connectionKey() {
        return new ConnectionKey(agency, connection);
    }
}
