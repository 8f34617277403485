package io.rapport.report.people;

import io.rapport.contracts.score.Stage;
import io.rapport.contracts.score.WarmthClass;
import io.rapport.report.page.ListLink;
import io.rapport.report.page.PageFormat;
import io.rapport.web.pages.PageText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The filters of the list of people as links: those that can be set, and those that are set. */
final class PeopleChips {

    private static final String TRUE = "true";
    private static final String SEEN = "seen";
    private static final String WINDOW = "window";

    private static final Map<String, String> ATTENDANCE = new LinkedHashMap<>();
    private static final Map<String, String> FLAGS = new LinkedHashMap<>();
    private static final Map<String, String> ORDERS = new LinkedHashMap<>();

    static {
        ATTENDANCE.put("any", "Seen");
        ATTENDANCE.put("new", "New");
        ATTENDANCE.put("returning", "Returning");
        ATTENDANCE.put("revived", "Came back");
        ATTENDANCE.put("lapsed", "Went quiet");
        ATTENDANCE.put("none", "Not seen");
        FLAGS.put("client", "Clients");
        FLAGS.put("captive", "Captive");
        FLAGS.put("cooling", "Cooling");
        FLAGS.put("owed", "Owed a reply");
        ORDERS.put("", "Strongest");
        ORDERS.put("-warmth", "Warmest");
        ORDERS.put("-theyToUs", "Giving most");
        ORDERS.put("-lastSeen", "Last seen");
    }

    private final ListLink link;

    /**
     * The chips of a list.
     *
     * @param link to its first page
     */
    PeopleChips(ListLink link) {
        this.link = link;
    }

    /**
     * The filters that can be set.
     *
     * @param channels that are offered
     */
    List<FilterGroup> groups(Collection<String> channels) {
        return Stream.of(
                        new FilterGroup(
                                "Seen in " + link.parameters().getOrDefault(WINDOW, "30") + " days",
                                chips(SEEN, ATTENDANCE)),
                        new FilterGroup(
                                "Who",
                                FLAGS.entrySet().stream()
                                        .map(flag -> chip(flag.getKey(), TRUE, flag.getValue()))
                                        .toList()),
                        new FilterGroup("Stage", chips("stage", labels(EnumSet.range(Stage.STRANGER, Stage.ADVOCATE)))),
                        new FilterGroup(
                                "Warmth", chips("warmth", labels(EnumSet.range(WarmthClass.WARM, WarmthClass.COLD)))),
                        new FilterGroup(
                                "Channel",
                                channels.stream()
                                        .map(channel -> chip("channel", channel, PageText.line(channel)))
                                        .toList()))
                .filter(group -> !group.chips().isEmpty())
                .toList();
    }

    /** The lengths of the window, if a filter depends on it. */
    List<FilterChip> windows() {
        return link.parameters().containsKey(SEEN)
                ? Stream.of("7", "30", "90")
                        .map(days -> new FilterChip(
                                days + " days",
                                link.with(WINDOW, days).href(),
                                days.equals(link.parameters().getOrDefault(WINDOW, "30"))))
                        .toList()
                : List.of();
    }

    /** The orders of the list. */
    List<FilterChip> orders() {
        var order = link.parameters().getOrDefault("sort", "");
        var current = order.equals("-strength") ? "" : order;
        return ORDERS.entrySet().stream()
                .map(each -> new FilterChip(
                        each.getValue(),
                        link.with("sort", each.getKey()).href(),
                        each.getKey().equals(current)))
                .toList();
    }

    /** The filters that are set; each link removes one. */
    List<FilterChip> current() {
        var set = new ArrayList<FilterChip>();
        link.parameters().forEach((name, value) -> {
            var label = label(name, value);
            if (!label.isEmpty()) {
                var without = name.equals(SEEN) ? link.with(WINDOW, null) : link;
                set.add(new FilterChip(
                        PageText.line(label), without.with(name, null).href(), true));
            }
        });
        return set;
    }

    private String label(String name, String value) {
        return switch (name) {
            case "q" -> "“" + value + "”";
            case SEEN ->
                ATTENDANCE.getOrDefault(value.toLowerCase(Locale.ROOT), value) + " in "
                        + link.parameters().getOrDefault(WINDOW, "30") + " days";
            case "client", "captive", "cooling", "owed" ->
                value.equals(TRUE) ? FLAGS.getOrDefault(name, name) : "Not: " + FLAGS.getOrDefault(name, name);
            case "stage" -> "Stage: " + value.toLowerCase(Locale.ROOT).replace(",", ", ");
            case "warmth" -> "Warmth: " + value.toLowerCase(Locale.ROOT);
            case "channel" -> "On " + value;
            case "seenSince" -> "Seen since " + value;
            case "notSeenSince" -> "Not seen since " + value;
            default -> "";
        };
    }

    private List<FilterChip> chips(String name, Map<String, String> labels) {
        return labels.entrySet().stream()
                .map(each -> chip(name, each.getKey(), each.getValue()))
                .toList();
    }

    private FilterChip chip(String name, String value, String label) {
        var isOn = value.equalsIgnoreCase(link.parameters().get(name));
        return new FilterChip(label, link.with(name, isOn ? null : value).href(), isOn);
    }

    private static <E extends Enum<E>> Map<String, String> labels(Collection<E> values) {
        var labels = new LinkedHashMap<String, String>();
        values.forEach(value -> labels.put(value.name(), PageFormat.label(value)));
        return labels;
    }
}
