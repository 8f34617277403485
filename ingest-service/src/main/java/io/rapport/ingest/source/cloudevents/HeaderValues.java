package io.rapport.ingest.source.cloudevents;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Decodes header values of the binary mode, in which all but printable ASCII is percent-encoded. */
final class HeaderValues {

    private HeaderValues() {}

    static String decode(String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }
}
