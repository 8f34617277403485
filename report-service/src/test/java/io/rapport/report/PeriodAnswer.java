package io.rapport.report;

import java.util.Collections;

/** The answer of scoring about a period: the same figures, and the same person in every list. */
final class PeriodAnswer {

    private static final String FIGURES = """
        {"window": 30, "returned": 77, "invested": 7, "ror": 11,
         "previous": {"returned": 0, "invested": 0, "ror": null}, "seen": 93, "new": 1, "returning": 2, "revived": 3, "lapsed": 4,
         "stages": {}, "stageMoves": {}, "captiveShare": 0.5, "captiveNotificationShare": 0.75, "promotionalShare": null,
         "givingShare": null, "clients": 0, "clientsSeen": 0, "clientsNotSeen": 0, "meanClientStrength": null, "kinds": []}\
        """;

    private static final String PERIOD = """
        {%s, "people": 4, "figures": %s, "compared": %s,
         "spread": {"window": 30, "positive": {"carriers": 1, "voices": 2, "reach": 3, "reproduction": {"value": null, "low": null,
         "high": null, "parents": 0, "children": 0, "measurable": false}, "secondsToFirst": null, "secondsToFifth": null},
         "negative": {"carriers": 0, "voices": 0, "reach": 0, "reproduction": {"value": null, "low": null,
         "high": null, "parents": 0, "children": 0, "measurable": false}, "secondsToFirst": null, "secondsToFifth": null},
         "mean": null, "polarisation": null},
         "value": {"window": 30, "streams": [{"stream": "DIRECT_SALES", "unit": "NOK", "amount": 1200, "count": 3, "parts": []}]},
         "service": {"window": 30, "opened": 4, "answered": 3, "answeredInPublic": 1, "waiting": 1, "medianSeconds": 600,
         "p90Seconds": 1200, "targetMinutes": 120, "withinTarget": 0.75},
         "lists": [%s], "ranges": []}\
        """;

    private PeriodAnswer() {}

    /**
     * An answer with as many lists as were asked for.
     *
     * @param common the fields that every answer has
     * @param person in JSON
     */
    static String of(String common, String asked, String person) {
        var lists = asked.split("\"limit\"", -1).length - 1;
        var list = "{\"count\": 1, \"items\": [%s]}".formatted(person);
        var compared = asked.contains("\"compared\":{") ? FIGURES : "null";
        return PERIOD.formatted(common, FIGURES, compared, String.join(",", Collections.nCopies(lists, list)));
    }
}
