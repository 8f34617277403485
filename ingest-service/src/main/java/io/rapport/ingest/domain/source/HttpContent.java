package io.rapport.ingest.domain.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A response of a platform.
 *
 * @param status 2xx, 3xx without a redirect (304), or 4xx other than 429
 * @param headers the values of each header; names are in lower case
 * @param body the decompressed body
 */
@SuppressWarnings("ArrayRecordComponent") // responses are never compared
public record HttpContent(int status, Map<String, List<String>> headers, byte[] body) {

    /** The first value of a header. */
    public Optional<String> header(String lowerCaseName) {
        return headers.getOrDefault(lowerCaseName, List.of()).stream().findFirst();
    }

    /** Whether the request succeeded. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
