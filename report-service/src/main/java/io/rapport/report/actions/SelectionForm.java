package io.rapport.report.actions;

import java.util.List;

/**
 * The form that records one action for several people of a list. Sent twice, it records the action once for each.
 *
 * @param path the form is sent to
 * @param nonce identifies the form
 * @param at when the page was made, which is the time of the action
 * @param today the first day of a reminder, in the brand's time zone
 * @param back the page to return to
 * @param all the link that selects everyone on the page
 * @param everyone whether everyone is selected
 */
public record SelectionForm(
        String path, String nonce, String at, String today, String back, String all, boolean everyone) {

    /** The actions that can be chosen. */
    public List<SelectionAction> choices() {
        return List.of(SelectionAction.values());
    }
}
