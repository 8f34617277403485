package io.rapport.scoring.topology;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.engagement.ParentSource;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.contracts.sentiment.SentimentCorrected;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reference calculation of the spread: keeps every message and calculates the result at the end, without code of the topology. */
final class ReferenceSpread {

    private final Map<UUID, EngagementReceived> first = new LinkedHashMap<>();
    private final Map<String, HandleAssigned> assignments = new HashMap<>();
    private final Map<UUID, SentimentCorrected> corrections = new HashMap<>();

    void receive(EngagementReceived engagement) {
        first.putIfAbsent(engagement.id(), engagement);
    }

    void assign(HandleAssigned assignment) {
        assignments.put(assignment.handleKey().key(), assignment);
    }

    void correct(SentimentCorrected correction) {
        corrections.merge(correction.engagement(), correction, (a, b) -> a.version() > b.version() ? a : b);
    }

    boolean isNews(SentimentCorrected correction) {
        var known = corrections.get(correction.engagement());
        return known == null || known.version() != correction.version();
    }

    LocalDate day() {
        return first.values().stream()
                .map(EngagementReceived::effectiveDay)
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    /** A person's texts. */
    double polarity(EngagementReceived e) {
        var correction = corrections.get(e.id());
        return correction != null
                ? correction.polarity()
                : ScoringTopologyDriver.ANALYSER.judge(e.content().text()).polarity();
    }

    /** 1, -1 or 0. */
    int tone(EngagementReceived e) {
        return tone(e, new HashSet<>());
    }

    long carriers(int window, int tone) {
        return carriersOf(window, tone).size();
    }

    long voices(int window, int tone) {
        return people().values().stream()
                .flatMap(List::stream)
                .filter(e -> isIn(window, e) && tone(e) == tone)
                .count();
    }

    long reach(int window, int tone) {
        return carriersOf(window, tone).stream().mapToLong(this::followers).sum();
    }

    /** Each person's mean polarity of the texts in a window. */
    List<Double> means(int window) {
        var means = new ArrayList<Double>();
        for (var theirs : people().values()) {
            theirs.stream()
                    .filter(e -> isIn(window, e) && isWorded(e))
                    .mapToDouble(this::polarity)
                    .average()
                    .ifPresent(means::add);
        }
        return means;
    }

    /** Messages of a tone whose 48 hours are over. */
    List<EngagementReceived> parents(int window, int tone) {
        return nodes().values().stream()
                .filter(e -> tone(e) == tone && isIn(window, e))
                .filter(e -> !e.effectiveDay().isAfter(day().minusDays(2)))
                .toList();
    }

    /** Seconds to the children of a message, ascending. */
    List<Double> secondsToChildren(EngagementReceived parent) {
        return active().stream()
                .filter(e -> parent.object().id().equals(parentOf(e)) && tone(e) == tone(parent))
                .map(e -> Duration.between(parent.occurredAt(), e.occurredAt()))
                .filter(delay -> delay.compareTo(Duration.ofHours(48)) <= 0)
                .map(delay -> Math.max(0, delay.toMillis() / 1000.0))
                .sorted()
                .toList();
    }

    static boolean isRootOnly(EngagementReceived e) {
        var ref = e.object();
        return parentOf(e) != null
                && (ref.parent() == ParentSource.ROOT_ONLY || ref.inReplyTo() == null && ref.shareOf() == null);
    }

    private int tone(EngagementReceived e, Set<UUID> asked) {
        if (isWorded(e)) {
            var polarity = polarity(e);
            return polarity >= 0.05 ? 1 : polarity <= -0.05 ? -1 : 0;
        }
        var parent = e.kind() == EngagementKind.SHARE && asked.add(e.id()) ? parentOf(e) : null;
        return parent == null
                ? 0
                : claims(parent)
                        .map(claim -> tone(claim, asked))
                        .filter(t -> t != 0)
                        .findFirst()
                        .orElse(0);
    }

    /** Of several engagements that claim one message, the lowest id with a tone counts. */
    private Map<String, EngagementReceived> nodes() {
        var nodes = new TreeMap<String, EngagementReceived>();
        active().stream()
                .filter(e -> e.object().id() != null && tone(e) != 0)
                .forEach(e -> nodes.merge(e.object().id(), e, (a, b) -> BY_ID.compare(a, b) <= 0 ? a : b));
        return nodes;
    }

    private static final Comparator<EngagementReceived> BY_ID = Comparator.comparing(e -> e.id().toString());

    private java.util.stream.Stream<EngagementReceived> claims(String message) {
        return active().stream().filter(e -> message.equals(e.object().id())).sorted(BY_ID);
    }

    private static String parentOf(EngagementReceived e) {
        var ref = e.object();
        var named = ref.inReplyTo() != null ? ref.inReplyTo() : ref.shareOf();
        var parent = named != null ? named : ref.conversation();
        return parent == null || parent.equals(ref.id()) ? null : parent;
    }

    private List<EngagementReceived> active() {
        return first.values().stream()
                .filter(e -> e.direction() == Direction.INBOUND && !e.actor().isBot() && !e.isPaid())
                .filter(e -> !isStaff(e))
                .toList();
    }

    private List<Map.Entry<String, List<EngagementReceived>>> carrying(int window, int tone) {
        return people().entrySet().stream()
                .filter(person -> person.getValue().stream().anyMatch(e -> isIn(window, e) && tone(e) == tone))
                .toList();
    }

    private List<List<EngagementReceived>> carriersOf(int window, int tone) {
        return carrying(window, tone).stream().map(Map.Entry::getValue).toList();
    }

    private long followers(List<EngagementReceived> person) {
        return person.stream()
                .filter(e -> e.actor().followers() != null)
                .collect(Collectors.toMap(
                        EngagementReceived::handleKey,
                        Function.identity(),
                        (a, b) -> a.occurredAt().isAfter(b.occurredAt()) ? a : b))
                .values()
                .stream()
                .mapToLong(e -> e.actor().followers())
                .sum();
    }

    private Map<String, List<EngagementReceived>> people() {
        return active().stream()
                .filter(e -> assignments.containsKey(e.handleKey().key()))
                .collect(Collectors.groupingBy(
                        e -> assignments.get(e.handleKey().key()).person().toString()));
    }

    private boolean isStaff(EngagementReceived e) {
        var assignment = assignments.get(e.handleKey().key());
        return assignment != null && assignment.staff();
    }

    private static boolean isWorded(EngagementReceived e) {
        return e.content() != null
                && e.content().text() != null
                && !e.content().text().isBlank();
    }

    private boolean isIn(int window, EngagementReceived e) {
        return e.effectiveDay().isAfter(day().minusDays(window));
    }
}
