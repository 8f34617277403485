package io.rapport.report;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The answers of scoring about single days, in JSON. */
final class DayAnswer {

    /** Posts of any day. */
    static final String CONTENT = """
        {"asOf": "2025-04-20", "history": 1, "channels": [{"channel": "x", "posts": [{"post": "1788",
         "postedAt": "2025-04-19T08:00:00Z", "topics": ["roasting"], "promotional": false, "engagements": 5,
         "ageHours": 24, "atAge": 5, "median": 2.0, "resonance": 2.5}]}]}\
        """;

    private static final String FIGURES = """
        {"asOf": "%s", "people": 4, "meanStrength": 41.5, "windows": [{"window": 30, "returned": 77, "invested": 7, "ror": %s,
         "previous": {"returned": 0, "invested": 0, "ror": null}, "seen": 93, "new": 1, "returning": 2, "revived": 3, "lapsed": 4,
         "stages": {}, "stageMoves": {}, "captiveShare": null, "captiveNotificationShare": null, "promotionalShare": null,
         "givingShare": null, "clients": 0, "clientsSeen": 0, "clientsNotSeen": 0, "meanClientStrength": null, "kinds": []}],
         "spread": [], "value": [], "service": [], "alert": %s,
         "accounts": {"received": 9, "scored": 9, "bot": 0, "staff": 0, "paid": 0, "post": 0, "duplicates": 0, "rejected": 0}}\
        """;

    private static final String PERSON = """
        {"person": "%s", "asOf": "%s", "strength": %s, "top": 7, "know": 10, "like": 11, "trust": 12, "stage": "KNOWS",
         "stageSince": "2025-04-01", "warmth": 40, "warmthClass": "COOL", "cooling": false, "theyToUs": 1, "usToThem": 2,
         "reciprocity": 0.5, "captive": false, "client": true, "firstSeen": "%s", "lastSeen": "2025-04-02",
         "returned": 7.5, "invested": 3}\
        """;

    private DayAnswer() {}

    /** A person on a day. */
    static String person(UUID id, String day, double strength, String firstSeen) {
        return PERSON.formatted(id, day, strength, firstSeen);
    }

    /** A person on a day who waits for an answer. */
    static String owed(String person) {
        return person.replace("\"returned\"", "\"owed\": 1, \"owedSince\": \"2025-04-03T10:00:00Z\", \"returned\"");
    }

    /** The figures of a day; the alert is in JSON. */
    static String figures(String day, String ror, String alert) {
        return FIGURES.formatted(day, ror, alert);
    }

    /**
     * The answer to a question about several days.
     *
     * @param common the fields that every answer has
     * @param uri with the parameter {@code days}
     * @param figures of a day
     */
    static String list(String common, String uri, UnaryOperator<String> figures) {
        return "{%s, \"items\": [%s]}"
                .formatted(common, days(uri).stream().map(figures).collect(Collectors.joining(",")));
    }

    /** The days that are asked for. */
    static List<String> days(String uri) {
        return List.of(uri.replaceAll(".*[?&]days=([^&]*).*", "$1").split("%2C"));
    }
}
