package io.rapport.report.reminder;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.reminder.PersonReminder;
import io.rapport.contracts.reminder.ReminderClosing;
import io.rapport.contracts.reminder.ReminderOutcome;
import io.rapport.report.domain.reminder.ReminderService;
import io.rapport.report.domain.reminder.ReminderService.SavedReminder;
import io.rapport.report.request.DecisionProblems;
import io.rapport.web.auth.Caller;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

/** Validates reminders from the API and from the forms of pages. */
public final class ReminderHandler {

    private final ReminderService reminders;
    private final Clock clock;

    /** A handler with the clock that dates reminders. */
    public ReminderHandler(ReminderService reminders, Clock clock) {
        this.reminders = reminders;
        this.clock = clock;
    }

    /** A reminder as a request describes it; fails with a problem that names the invalid field. */
    public PersonReminder create(BrandRegistered brand, UUID id, ReminderRequest request, Caller caller) {
        return new PersonReminder(id, request.dueDay(today(brand)), request.textOrNull(), caller.name(), now(), null);
    }

    /** Sets a reminder; one with the same id is set once. */
    public SavedReminder set(BrandKey brand, UUID person, PersonReminder reminder) {
        return DecisionProblems.orProblem(() -> reminders.set(brand, person, reminder));
    }

    /** As {@link ReminderService#setAll}. */
    public int setAll(BrandKey brand, Map<UUID, PersonReminder> byPerson) {
        return DecisionProblems.orProblem(() -> reminders.setAll(brand, byPerson));
    }

    SavedReminder close(BrandKey brand, UUID person, UUID id, ReminderOutcome outcome, Caller caller) {
        var closing = new ReminderClosing(outcome, caller.name(), now());
        return DecisionProblems.orProblem(() -> reminders.close(brand, person, id, closing));
    }

    /** The day in the brand's time zone. */
    LocalDate today(BrandRegistered brand) {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of(brand.timeZone()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
