package io.rapport.report.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
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

    /**
     * The link to the engagements of a brand with people, in the days of a window.
     *
     * @param last the last day; null while the brand has no figures
     */
    public static ListLink outbound(String brandPath, @Nullable LocalDate last, int window) {
        return outbound(brandPath).ofDays(last, window);
    }

    /** The link to the engagements of a brand with people. */
    public static ListLink outbound(String brandPath) {
        return new ListLink(brandPath + "/outbound", Map.of());
    }

    /** The link to the people behind a figure of all channels, in the days of a window. */
    public static ListLink channelPeople(String brandPath, @Nullable LocalDate last, int window) {
        return channelPeople(brandPath).ofDays(last, window);
    }

    /**
     * The people behind one side of Return on Relationships, the highest amount first.
     *
     * @param side {@code returned} or {@code invested}
     */
    public static ListLink ror(String brandPath, String side) {
        return new ListLink(brandPath + "/ror/people", Map.of()).with("side", side);
    }

    /**
     * The purchases that others had a part in, with who bought.
     *
     * @param stream {@code assisted} or {@code referred}
     */
    public static ListLink sales(String brandPath, String stream) {
        return new ListLink(brandPath + "/value/sales", Map.of()).with("stream", stream);
    }

    /** Of a link to the people behind figures of the channels: the questions that were answered, the longest answer time first. */
    public ListLink answers() {
        return with("figure", "answered").with("sort", "-amount");
    }

    /** The link to the people behind a figure of the channels. */
    public static ListLink channelPeople(String brandPath) {
        return new ListLink(brandPath + "/channels/people", Map.of());
    }

    /** The link to the engagements with a post. */
    public static ListLink ofPost(String brandPath) {
        return new ListLink(brandPath + "/content/engagements", Map.of());
    }

    /** A copy for the days of a window; null as the last day for the days that are the default of the list. */
    public ListLink ofDays(@Nullable LocalDate last, int window) {
        return last == null ? this : with("from", last.minusDays(window - 1L)).with("to", last);
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
