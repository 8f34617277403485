package io.rapport.ingest.domain.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A payload of a platform, before anything of it is interpreted.
 *
 * @param body the decompressed body, byte for byte: signatures are computed over it
 * @param headers the values of each header; names are in lower case
 * @param query the first value of each query parameter
 * @param contentType the Content-Type as sent; empty for none
 */
@SuppressWarnings("ArrayRecordComponent") // payloads are never compared
public record SourcePayload(
        byte[] body, Map<String, List<String>> headers, Map<String, String> query, String contentType) {

    /** A payload with a body only, as a fetcher reads it. */
    public static SourcePayload of(byte[] body, String contentType) {
        return new SourcePayload(body, Map.of(), Map.of(), contentType);
    }

    /** The first value of a header. */
    public Optional<String> header(String lowerCaseName) {
        return headers.getOrDefault(lowerCaseName, List.of()).stream().findFirst();
    }

    /** The body as UTF-8 text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
