package io.rapport.report.spread;

import io.rapport.report.domain.engagement.SpokenMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A message with those of the same polarity that share, quote or answer it within 48 hours, and so on.
 *
 * @param polarity 1 for positive, -1 for negative
 * @param children oldest first
 */
record CascadeTree(SpokenMessage message, int polarity, List<CascadeTree> children) {

    private static final Duration WINDOW = Duration.ofHours(48);
    private static final Comparator<SpokenMessage> OLDEST_FIRST = Comparator.comparing(
                    (SpokenMessage each) -> each.entry().occurredAt())
            .thenComparing(each -> each.entry().id());

    /** The number of messages. */
    int size() {
        return 1 + children.stream().mapToInt(CascadeTree::size).sum();
    }

    /** Finds the parents of messages, oldest first, so that a parent is known before its children. */
    static final class CascadeGrower {

        private final Map<String, SpokenMessage> byId = new HashMap<>();
        private final Map<SpokenMessage, Integer> polarities = new LinkedHashMap<>();
        private final Map<SpokenMessage, List<SpokenMessage>> children = new HashMap<>();
        private final Set<SpokenMessage> grown = new HashSet<>();

        CascadeGrower(Collection<SpokenMessage> messages) {
            messages.stream().sorted(OLDEST_FIRST).forEach(this::add);
        }

        /** The largest cascade, of at least two messages; negative ones come first among equals. */
        Optional<CascadeTree> largest() {
            return polarities.keySet().stream()
                    .filter(message -> !grown.contains(message))
                    .map(this::tree)
                    .filter(tree -> tree.size() > 1)
                    .max(Comparator.comparingInt(CascadeTree::size)
                            .thenComparing(tree -> -tree.polarity())
                            .thenComparing(tree -> tree.message().entry().occurredAt()));
        }

        /** The polarity of a message: 1, -1, or 0 for a neutral one. A bare share has that of what it shares. */
        int polarity(SpokenMessage message) {
            return polarities.getOrDefault(message, 0);
        }

        private void add(SpokenMessage message) {
            var channel = message.entry().channel();
            var parent = message.parentId() == null ? null : byId.get(channel + '|' + message.parentId());
            var polarity = polarity(message, parent);
            polarities.put(message, polarity);
            if (message.messageId() != null) {
                byId.putIfAbsent(channel + '|' + message.messageId(), message);
            }
            if (parent != null && polarity != 0 && polarity == polarity(parent) && isInTime(parent, message)) {
                children.computeIfAbsent(parent, key -> new ArrayList<>()).add(message);
                grown.add(message);
            }
        }

        private int polarity(SpokenMessage message, @Nullable SpokenMessage parent) {
            var sentiment = message.entry().sentiment();
            if (sentiment == null) {
                return parent == null || message.entry().hasInboundText() ? 0 : polarity(parent);
            }
            return sentiment.sign();
        }

        private static boolean isInTime(SpokenMessage parent, SpokenMessage child) {
            return !child.entry()
                    .occurredAt()
                    .isAfter(parent.entry().occurredAt().plus(WINDOW));
        }

        private CascadeTree tree(SpokenMessage message) {
            return new CascadeTree(
                    message,
                    polarity(message),
                    children.getOrDefault(message, List.of()).stream()
                            .map(this::tree)
                            .toList());
        }
    }
}
