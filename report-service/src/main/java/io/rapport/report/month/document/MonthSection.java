package io.rapport.report.month.document;

import io.rapport.report.month.view.MonthPerson;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of a month as page, PDF and CSV show it.
 *
 * @param id the name of the list in JSON, and the anchor on the page
 * @param empty the text of an empty part
 * @param total the number of entries, also of those that are left out
 */
public record MonthSection(String id, String title, String empty, long total, List<MonthRow> rows) {

    /** The number of entries that are left out. */
    public long more() {
        return Math.max(0, total - rows.size());
    }

    /**
     * A line of a part.
     *
     * @param person null for what is not about one person
     * @param since a day in ISO 8601; null without one
     * @param link null without one
     */
    public record MonthRow(
            @Nullable UUID person,
            String name,
            String reason,
            @Nullable String since,
            @Nullable String words,
            @Nullable String link,
            List<MonthBar> bars) {

        static MonthRow of(MonthPerson from) {
            return of(from, List.of());
        }

        static MonthRow of(MonthPerson from, List<MonthBar> bars) {
            return new MonthRow(
                    from.person(),
                    from.name(),
                    from.reason(),
                    from.since() == null ? null : from.since().toString(),
                    from.words(),
                    from.link(),
                    bars);
        }

        static MonthRow of(String name, String reason, @Nullable String words, @Nullable String link) {
            return new MonthRow(null, name, reason, null, words, link, List.of());
        }
    }

    /**
     * A bar beside a line.
     *
     * @param value 0 to 100
     */
    public record MonthBar(String label, double value, String shown) {}
}
