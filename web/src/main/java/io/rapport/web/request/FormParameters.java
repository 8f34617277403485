package io.rapport.web.request;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** Reads parameters in the form {@code application/x-www-form-urlencoded}, of a query or a body. */
public final class FormParameters {

    private static final String TYPE = MediaType.APPLICATION_FORM_URLENCODED_VALUE;

    private FormParameters() {}

    /** Whether a Content-Type, as sent, is that of a form. */
    public static boolean isForm(@Nullable String contentType) {
        return contentType != null && contentType.strip().regionMatches(true, 0, TYPE, 0, TYPE.length());
    }

    /**
     * Reads parameters.
     *
     * @return the values by name, in their order
     * @throws IllegalArgumentException if the text is not percent-encoded correctly
     */
    public static Map<String, List<String>> parse(String text) {
        var parameters = new LinkedHashMap<String, List<String>>();
        for (var pair : text.split("&")) {
            if (!pair.isEmpty()) {
                var equals = pair.indexOf('=');
                var name = decode(equals < 0 ? pair : pair.substring(0, equals));
                parameters
                        .computeIfAbsent(name, key -> new ArrayList<>())
                        .add(equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
