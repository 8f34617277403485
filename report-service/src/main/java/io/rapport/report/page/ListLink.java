package io.rapport.report.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A link to a list with query parameters.
 *
 * @param path of the page
 * @param parameters by name, in the order of the link
 */
public record ListLink(String path, Map<String, String> parameters) {

    /** The link to the list of a brand's people without a filter. */
    public static ListLink people(String brandPath) {
        return new ListLink(brandPath + "/people", Map.of());
    }

    /** A copy with another value of a parameter; null or an empty value removes it. */
    public ListLink with(String name, @Nullable Object value) {
        var changed = new LinkedHashMap<>(parameters);
        if (value == null || value.toString().isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, value.toString());
        }
        return new ListLink(path, changed);
    }

    /** The link as the value of {@code href}. */
    public String href() {
        var query = parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }
}
