package io.rapport.report.tie;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.report.domain.tie.PersonTie;
import io.rapport.web.pages.PageText;
import java.util.ArrayList;

/** What ties two people, in words. */
public final class TieReason {

    private TieReason() {}

    /**
     * A list such as "3 messages to each other, 1 event together".
     *
     * @param person name of the person whose view it is
     */
    public static String of(PersonTie tie, String person) {
        var parts = new ArrayList<String>();
        add(parts, "tie.messages", tie.messages(), person);
        add(parts, "tie.mentions", tie.mentions(), person);
        add(parts, "tie.events", tie.events(), person);
        add(parts, "tie.referrals", tie.referrals(), person);
        add(parts, "tie.referred-by", tie.referredBy(), person);
        return String.join(", ", parts);
    }

    private static void add(ArrayList<String> parts, String key, long count, String person) {
        if (count > 0) {
            parts.add(text(key, count, PageText.line(person)));
        }
    }
}
