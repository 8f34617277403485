package io.rapport.report.domain.reminder;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.reminder.PersonReminders;
import io.rapport.report.domain.decision.MemoryPersonDecisions;
import java.util.Comparator;
import java.util.List;

/** Reminders of one brand in memory. */
final class MemoryReminderRepository extends MemoryPersonDecisions<PersonReminders> implements ReminderRepository {

    MemoryReminderRepository() {
        super(PersonReminders::person, PersonReminders::version);
    }

    @Override
    public List<PersonReminders> findOpen(BrandKey brand, int limit) {
        return states().filter(state -> state.nextDue() != null)
                .sorted(Comparator.comparing(PersonReminders::nextDue))
                .limit(limit)
                .toList();
    }
}
