package io.rapport.report.domain.reminder;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.reminder.PersonReminders;
import io.rapport.report.domain.decision.PersonDecisionRepository;
import java.util.List;

/** Reminders about people, one state for each person. */
public interface ReminderRepository extends PersonDecisionRepository<PersonReminders> {

    /** The states of people with an open reminder, the earliest day first, at most {@code limit}. */
    List<PersonReminders> findOpen(BrandKey brand, int limit);
}
