package io.rapport.report.page;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.web.pages.PageLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The alert of a spread in the current language. The scoring service publishes it as English sentences; instead of
 * what is not known here another language has one sentence that leads to the figures.
 */
public final class AlertText {

    private static final Pattern GROWTH = Pattern.compile(
            "Negative word of mouth is growing: each negative message of the last (\\d+) days led to ([\\d.]+) more within"
                    + " 48 hours \\(90 % interval ([\\d.]+) to ([\\d.]+), (\\d+) messages\\)\\.");
    private static final Pattern CARRIERS = Pattern.compile(
            "(\\d+) people spread negative messages today; the mean of the previous (\\d+) days is ([\\d.]+) per day"
                    + " \\(standard deviation ([\\d.]+)\\)\\.");

    private AlertText() {}

    /** The text of an alert; null without one. */
    public static @Nullable String of(@Nullable String alert) {
        if (alert == null || PageLanguage.current() == PageLanguage.ENGLISH) {
            return alert;
        }
        var unknown = GROWTH.matcher(CARRIERS.matcher(alert).replaceAll("")).replaceAll("");
        if (!unknown.isBlank()) {
            return text("alert.unknown");
        }
        var carriers = CARRIERS.matcher(alert).replaceAll(found -> quoted("alert.carriers", found, List.of(3, 4), 1));
        return GROWTH.matcher(carriers).replaceAll(found -> quoted("alert.growth", found, List.of(2, 3, 4), 2));
    }

    /** A sentence with the groups of a match, of which some have this number of decimals. */
    private static String quoted(String key, MatchResult found, List<Integer> decimals, int digits) {
        var arguments = new ArrayList<Object>();
        for (var group = 1; group <= found.groupCount(); group++) {
            arguments.add(
                    decimals.contains(group)
                            ? PageFormat.decimals(Double.parseDouble(found.group(group)), digits)
                            : PageFormat.count(Long.parseLong(found.group(group))));
        }
        return Matcher.quoteReplacement(text(key, arguments.toArray()));
    }
}
