package io.rapport.identity.web.erasure;

import static io.rapport.identity.web.display.IdentityMessages.text;

import io.rapport.web.pages.PageText;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What services removed of a person, in words: the larger numbers first. */
final class RemovalCount {

    /** Counted by topic: the same records again. */
    private static final String TOPICS = "topics";

    private RemovalCount() {}

    /** The counts of one service; empty if nothing was removed. */
    static String words(Map<String, Long> removed) {
        return removed.entrySet().stream()
                .filter(each -> each.getValue() > 0)
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(each -> text("removed.count", each.getValue(), kind(each.getKey())))
                .collect(Collectors.joining(", "));
    }

    /** The counts of all services; of what several of them held the largest. */
    static String total(Map<String, Map<String, Long>> removed) {
        var all = new TreeMap<String, Long>();
        removed.forEach((service, counts) -> {
            if (!service.equals(TOPICS)) {
                counts.forEach((kind, count) -> all.merge(kind, count, Math::max));
            }
        });
        return words(all);
    }

    private static String kind(String kind) {
        return switch (kind) {
            case "handles",
                    "people",
                    "clients",
                    "claims",
                    "evidence",
                    "suggestions",
                    "rejected",
                    "ledgers",
                    "engagements",
                    "judgements",
                    "profiles",
                    "relationships",
                    "history",
                    "stories",
                    "reminders",
                    "dismissedSuggestions",
                    "ties" -> text("removed." + kind);
            default -> PageText.line(kind);
        };
    }
}
