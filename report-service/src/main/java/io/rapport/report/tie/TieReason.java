package io.rapport.report.tie;

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
        add(parts, tie.messages(), "message to each other", "messages to each other");
        add(parts, tie.mentions(), "mention of one another", "mentions of one another");
        add(parts, tie.events(), "event together", "events together");
        add(parts, tie.referrals(), "referral by " + PageText.line(person), "referrals by " + PageText.line(person));
        add(parts, tie.referredBy(), "referral of " + PageText.line(person), "referrals of " + PageText.line(person));
        return String.join(", ", parts);
    }

    private static void add(ArrayList<String> parts, long count, String one, String several) {
        if (count > 0) {
            parts.add(count + " " + (count == 1 ? one : several));
        }
    }
}
