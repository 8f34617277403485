package io.rapport.report.actions;

import io.rapport.contracts.TopicKeys;
import io.rapport.report.domain.identity.KnownPerson;
import io.rapport.report.domain.identity.PersonHandle;
import io.rapport.report.page.PersonName;
import io.rapport.report.reminder.ReminderForm;
import io.rapport.web.pages.PageText;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The form that records an action for one person. Sent twice, it records the action once.
 *
 * @param personPath the path of the person's page
 * @param nonce identifies the form: the id of the action at its source
 * @param at when the page was made, which is the time of the action unless another day is entered
 * @param today the last day that can be entered, in the brand's time zone
 * @param handles of the person, most reliable first; empty if nothing can be recorded
 * @param back the page to return to; empty for the person's page
 */
public record ActionForm(
        String personPath, String nonce, String at, String today, List<HandleChoice> handles, String back) {

    /**
     * A handle that the action is recorded for.
     *
     * @param value of the choice in the form
     */
    public record HandleChoice(String value, String text) {

        static HandleChoice of(PersonHandle handle) {
            return new HandleChoice(
                    TopicKeys.join(handle.channel(), handle.id()), PageText.line(PersonName.of(handle)));
        }
    }

    static ActionForm of(KnownPerson person, String brandPath, String back, Instant now, String today) {
        return new ActionForm(
                brandPath + "/people/" + person.person(),
                UUID.randomUUID().toString(),
                now.toString(),
                today,
                person.handles().stream().map(HandleChoice::of).toList(),
                back);
    }

    /** The path that the form is sent to. */
    public String path() {
        return personPath + "/actions";
    }

    /** The form that sets a reminder about the same person. */
    public ReminderForm reminder() {
        return new ReminderForm(personPath + "/reminders", nonce, today, back);
    }

    /** The actions that can be chosen. */
    public List<StaffAction> choices() {
        return List.of(StaffAction.values());
    }
}
