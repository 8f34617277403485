package io.rapport.report.actions;

import io.rapport.contracts.DeterministicIds;
import io.rapport.report.page.FormFields;
import io.rapport.report.reminder.ReminderRequest;
import io.rapport.web.problem.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The fields of the form that records an action for several people.
 *
 * @param action a {@link SelectionAction}
 * @param nonce of the form
 * @param at when the page was made
 * @param due the day of a reminder, yyyy-MM-dd
 * @param text of a note or a reminder
 * @param person the selected people
 * @param back the page to return to
 */
record SelectionFields(
        @Nullable String action,
        @Nullable String nonce,
        @Nullable String at,
        @Nullable String due,
        @Nullable String text,
        @Nullable List<UUID> person,
        @Nullable String back) {

    /** The maximum number of people in a selection. */
    static final int MAX_PEOPLE = 200;

    SelectionAction selectionAction() {
        return ActionFields.requireChoice(SelectionAction.class, action);
    }

    /** The selected people, each once. */
    Set<UUID> people() {
        var people = new LinkedHashSet<UUID>();
        if (person != null) {
            person.stream().filter(Objects::nonNull).forEach(people::add);
        }
        if (people.isEmpty()) {
            throw Problem.invalid("person", "Select at least one person. Nothing was recorded.")
                    .asException();
        }
        if (people.size() > MAX_PEOPLE) {
            throw Problem.invalid(
                            "person",
                            "%,d people are selected; at most %d can be selected at once. Nothing was recorded: filter the list, and"
                                            .formatted(people.size(), MAX_PEOPLE)
                                    + " record it for the people of one page after the other.")
                    .with("selected", people.size())
                    .with("most", MAX_PEOPLE)
                    .asException();
        }
        return people;
    }

    /** The fields of the form for one of the people, with an id of its own. */
    ActionFields of(StaffAction recorded, UUID one) {
        return new ActionFields(recorded.value(), ownId(one).toString(), at, null, text, null, null, null);
    }

    ReminderRequest reminder() {
        return new ReminderRequest(due, text);
    }

    /** The id of what is recorded for one of the people: the same each time the form is sent. */
    UUID ownId(UUID one) {
        return DeterministicIds.of("selection", FormFields.nonce(nonce) + " " + one);
    }
}
