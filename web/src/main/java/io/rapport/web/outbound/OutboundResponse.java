package io.rapport.web.outbound;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A response of another server.
 *
 * @param headers the values of each header; names are in lower case
 * @param body the decompressed body
 */
@SuppressWarnings("ArrayRecordComponent") // responses are never compared
public record OutboundResponse(int status, Map<String, List<String>> headers, byte[] body) {

    /** The first value of a header. */
    public Optional<String> header(String lowerCaseName) {
        return headers.getOrDefault(lowerCaseName, List.of()).stream().findFirst();
    }
}
