package io.rapport.report.actions;

import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.reminder.PersonReminder;
import io.rapport.report.domain.identity.PersonDirectory;
import io.rapport.report.reminder.ReminderHandler;
import io.rapport.web.auth.Caller;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Records one action for several people. People who were merged meanwhile count once, and those who were erased are left out: they
 * do not prevent the action for the others.
 */
public final class SelectionHandler {

    private final ActionHandler actions;
    private final ReminderHandler reminders;
    private final PersonDirectory directory;
    private final Clock clock;

    /** A handler with the clock that dates actions. */
    public SelectionHandler(ActionHandler actions, ReminderHandler reminders, PersonDirectory directory, Clock clock) {
        this.actions = actions;
        this.reminders = reminders;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * What was recorded.
     *
     * @param recorded the number of people it was recorded for
     * @param left the number of people who were left out
     */
    record SelectionResult(int recorded, int left) {}

    SelectionResult record(BrandRegistered brand, SelectionFields fields, Caller caller, String token) {
        var action = fields.selectionAction().recorded();
        var selected = fields.people();
        var survivors = directory.resolveSurvivors(brand.brandKey(), selected);
        // Of people who were merged the first one that was selected: the id of what is recorded depends on it.
        var people = new LinkedHashMap<UUID, UUID>();
        selected.forEach(each -> people.putIfAbsent(survivors.apply(each), each));
        var recorded = action == null
                ? remind(brand, fields, people, caller)
                : record(brand, fields, action, people, caller, token);
        return new SelectionResult(recorded, people.size() - recorded);
    }

    private int record(
            BrandRegistered brand,
            SelectionFields fields,
            StaffAction action,
            Map<UUID, UUID> people,
            Caller caller,
            String token) {
        var known = directory.findAll(brand.brandKey(), people.keySet());
        var requests = people.keySet().stream()
                .map(known)
                .filter(person -> !person.handles().isEmpty())
                .map(person -> fields.of(action, Objects.requireNonNull(people.get(person.person())))
                        .request(brand, person, caller.name(), clock))
                .toList();
        return requests.size() - actions.recordAll(brand.brandKey(), requests, token);
    }

    private int remind(BrandRegistered brand, SelectionFields fields, Map<UUID, UUID> people, Caller caller) {
        var byPerson = new LinkedHashMap<UUID, PersonReminder>();
        people.forEach((person, selected) ->
                byPerson.put(person, reminders.create(brand, fields.ownId(selected), fields.reminder(), caller)));
        return reminders.setAll(brand.brandKey(), byPerson);
    }
}
