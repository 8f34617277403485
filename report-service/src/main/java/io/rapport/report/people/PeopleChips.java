package io.rapport.report.people;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.contracts.score.Stage;
import io.rapport.contracts.score.WarmthClass;
import io.rapport.report.page.ListLink;
import io.rapport.report.page.PageFormat;
import io.rapport.web.pages.PageText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
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
        ATTENDANCE.put("any", "chip.seen");
        ATTENDANCE.put("new", "chip.new");
        ATTENDANCE.put("returning", "chip.returning");
        ATTENDANCE.put("revived", "chip.came-back");
        ATTENDANCE.put("lapsed", "chip.went-quiet");
        ATTENDANCE.put("none", "chip.not-seen");
        FLAGS.put("client", "chip.clients");
        FLAGS.put("captive", "chip.captive");
        FLAGS.put("cooling", "chip.cooling");
        FLAGS.put("owed", "chip.owed");
        ORDERS.put("", "chip.strongest");
        ORDERS.put("-warmth", "chip.warmest");
        ORDERS.put("-theyToUs", "chip.giving-most");
        ORDERS.put("-lastSeen", "chip.last-seen");
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
                                text("chip.seen-in", link.parameters().getOrDefault(WINDOW, "30")),
                                chips(SEEN, texts(ATTENDANCE))),
                        new FilterGroup(
                                text("chip.who"),
                                FLAGS.entrySet().stream()
                                        .map(flag -> chip(flag.getKey(), TRUE, text(flag.getValue())))
                                        .toList()),
                        new FilterGroup(
                                text("stage"), chips("stage", labels(EnumSet.range(Stage.STRANGER, Stage.ADVOCATE)))),
                        new FilterGroup(
                                text("warmth"),
                                chips("warmth", labels(EnumSet.range(WarmthClass.WARM, WarmthClass.COLD)))),
                        new FilterGroup(
                                text("channels.channel"),
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
                                text("days.window", days),
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
                        text(each.getValue()),
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
                text(
                        "chip.in-days",
                        word(ATTENDANCE, value.toLowerCase(Locale.ROOT)),
                        link.parameters().getOrDefault(WINDOW, "30"));
            case "client", "captive", "cooling", "owed" ->
                value.equals(TRUE) ? word(FLAGS, name) : text("chip.not", word(FLAGS, name));
            case "stage" -> text("chip.stage", words(Stage.class, value));
            case "warmth" -> text("chip.warmth", words(WarmthClass.class, value));
            case "channel" -> text("chip.on", value);
            case "seenSince" -> text("chip.seen-since", value);
            case "notSeenSince" -> text("chip.not-seen-since", value);
            default -> "";
        };
    }

    private static String word(Map<String, String> keys, String value) {
        var key = keys.get(value);
        return key == null ? value : text(key);
    }

    private static Map<String, String> texts(Map<String, String> keys) {
        var texts = new LinkedHashMap<String, String>();
        keys.forEach((value, key) -> texts.put(value, text(key)));
        return texts;
    }

    /** The words of values that are separated by commas, in small letters. */
    private static <E extends Enum<E>> String words(Class<E> type, String values) {
        return Arrays.stream(values.split(","))
                .map(value -> PageFormat.label(Enum.valueOf(type, value.strip().toUpperCase(Locale.ROOT)))
                        .toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
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
