package io.rapport.report.domain.reminder;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.reminder.PersonReminders;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Reminders of one brand in memory. */
final class MemoryReminderRepository implements ReminderRepository {

    private final Map<UUID, PersonReminders> states = new LinkedHashMap<>();
    private Runnable beforeSave = () -> {};

    /** Runs once before the next save, as another instance does. */
    void beforeNextSave(Runnable other) {
        beforeSave = other;
    }

    @Override
    public List<PersonReminders> find(BrandKey brand, Collection<UUID> people) {
        return people.stream().map(states::get).filter(Objects::nonNull).toList();
    }

    @Override
    public List<PersonReminders> findOpen(BrandKey brand, int limit) {
        return states.values().stream()
                .filter(state -> state.nextDue() != null)
                .sorted(Comparator.comparing(PersonReminders::nextDue))
                .limit(limit)
                .toList();
    }

    @Override
    public boolean saveNextVersion(PersonReminders next) {
        var other = beforeSave;
        beforeSave = () -> {};
        other.run();
        var stored = states.get(next.person());
        if (next.version() != (stored == null ? 1 : stored.version() + 1)) {
            return false;
        }
        states.put(next.person(), next);
        return true;
    }

    @Override
    public void saveNewer(Collection<PersonReminders> published) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long delete(BrandKey brand, Collection<UUID> people) {
        return people.stream().filter(person -> states.remove(person) != null).count();
    }
}
