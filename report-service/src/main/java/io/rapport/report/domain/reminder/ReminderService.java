package io.rapport.report.domain.reminder;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.reminder.PersonReminder;
import io.rapport.contracts.reminder.PersonReminders;
import io.rapport.contracts.reminder.PersonRemindersBuilder;
import io.rapport.contracts.reminder.ReminderClosing;
import io.rapport.report.domain.decision.DecisionRejectedException;
import io.rapport.report.domain.decision.DecisionRejectedException.DecisionRejection;
import io.rapport.report.domain.decision.PersonDecisionRecorder;
import io.rapport.report.domain.identity.PersonDirectory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sets, closes and finds reminders about people. Changes of several users at once do not exclude one another: one that is overtaken
 * is applied to the newer state.
 */
public final class ReminderService {

    /** The maximum number of open reminders about a person. */
    public static final int MAX_OPEN = 50;

    private static final int MAX_CLOSED = 50;

    private static final Comparator<DueReminder> EARLIEST = Comparator.comparing(
                    (DueReminder each) -> each.reminder().due())
            .thenComparing(each -> each.reminder().at());

    private final ReminderRepository reminders;
    private final PersonDirectory directory;
    private final PersonDecisionRecorder<PersonReminders> recorder;

    /** A service on these repositories and the recorder of the states. */
    public ReminderService(
            ReminderRepository reminders, PersonDirectory directory, PersonDecisionRecorder<PersonReminders> recorder) {
        this.reminders = reminders;
        this.directory = directory;
        this.recorder = recorder;
    }

    /**
     * A reminder with the person it is about.
     *
     * @param person after a merge the survivor
     */
    public record DueReminder(UUID person, PersonReminder reminder) {}

    /**
     * A reminder that was saved.
     *
     * @param published whether the broker has acknowledged it; if not, it is pending in the outbox
     */
    public record SavedReminder(DueReminder saved, boolean published) {}

    /** The open reminders of a brand, the earliest day first, at most {@code limit}. */
    public List<DueReminder> findOpen(BrandKey brand, int limit) {
        var states = reminders.findOpen(brand, limit);
        var survivors = directory.resolveSurvivors(
                brand, states.stream().map(PersonReminders::person).toList());
        return states.stream()
                .flatMap(state -> open(state, survivors.apply(state.person())))
                .sorted(EARLIEST)
                .limit(limit)
                .toList();
    }

    /** The open reminders about a person and everyone merged into them, the earliest day first. */
    public List<DueReminder> findOpen(BrandKey brand, UUID person) {
        var survivor = directory.resolveSurvivor(brand, person);
        return recorder.find(brand, survivor).stream()
                .flatMap(state -> open(state, survivor))
                .sorted(EARLIEST)
                .toList();
    }

    /**
     * Sets a reminder. One with the same id is set once.
     *
     * @param person the person; the reminder is about the survivor of a merge
     * @throws DecisionRejectedException with the reason
     */
    public SavedReminder set(BrandKey brand, UUID person, PersonReminder reminder) {
        recorder.requireReady();
        return recorder.repeatIfOvertaken(() -> {
            var survivor = recorder.requireKnown(brand, person);
            return set(brand, survivor, reminder, recorder.find(brand, survivor));
        });
    }

    /**
     * Sets a reminder about each of several people, whose states are read at once. Those who are unknown or erased, or have as many
     * open reminders as possible, are left out.
     *
     * @param byPerson the reminder about each person
     * @return the number of people whose reminder is set
     */
    public int setAll(BrandKey brand, Map<UUID, PersonReminder> byPerson) {
        recorder.requireReady();
        var known = recorder.findKnown(brand, byPerson.keySet());
        var states = recorder.findAll(brand, Set.copyOf(known.values()));
        var survivors = directory.resolveSurvivors(
                brand, states.stream().map(PersonReminders::person).toList());
        var bySurvivor = states.stream().collect(Collectors.groupingBy(state -> survivors.apply(state.person())));
        return (int) known.entrySet().stream()
                .filter(each -> isSet(
                        brand,
                        each.getValue(),
                        Objects.requireNonNull(byPerson.get(each.getKey())),
                        bySurvivor.getOrDefault(each.getValue(), List.of())))
                .count();
    }

    /** Sets a reminder, after others that were set since the states were read; false if it is rejected. */
    private boolean isSet(BrandKey brand, UUID survivor, PersonReminder reminder, List<PersonReminders> states) {
        try {
            set(brand, survivor, reminder, states);
            return true;
        } catch (DecisionRejectedException e) {
            return e.reason() == DecisionRejection.VERSION_CONFLICT && isSetAnew(brand, survivor, reminder);
        }
    }

    private boolean isSetAnew(BrandKey brand, UUID survivor, PersonReminder reminder) {
        try {
            set(brand, survivor, reminder);
            return true;
        } catch (DecisionRejectedException e) {
            if (e.reason() == DecisionRejection.NOT_READY) {
                throw e;
            }
            return false;
        }
    }

    private SavedReminder set(BrandKey brand, UUID survivor, PersonReminder reminder, List<PersonReminders> states) {
        var known = states.stream()
                .flatMap(state -> state.reminders().stream())
                .filter(each -> each.id().equals(reminder.id()))
                .findFirst();
        if (known.isPresent()) {
            return new SavedReminder(new DueReminder(survivor, known.get()), true);
        }
        var stored =
                states.stream().filter(state -> state.person().equals(survivor)).findFirst();
        var all = new ArrayList<>(stored.map(PersonReminders::reminders).orElse(List.of()));
        var open = all.stream().filter(PersonReminder::isOpen).count();
        DecisionRejectedException.require(open < MAX_OPEN, DecisionRejection.TOO_MANY);
        all.add(reminder);
        var version = stored.map(PersonReminders::version).orElse(0L) + 1;
        return save(brand, survivor, reminder, state(brand, survivor, all, version, reminder.at()));
    }

    /**
     * Closes a reminder. One that is closed already stays as it is.
     *
     * @throws DecisionRejectedException with the reason
     */
    public SavedReminder close(BrandKey brand, UUID person, UUID id, ReminderClosing closing) {
        recorder.requireReady();
        return recorder.repeatIfOvertaken(() -> {
            var survivor = directory.resolveSurvivor(brand, person);
            var stored = recorder.find(brand, survivor).stream()
                    .filter(state -> state.reminders().stream()
                            .anyMatch(each -> each.id().equals(id)))
                    .findFirst()
                    .orElseThrow(() -> new DecisionRejectedException(DecisionRejection.UNKNOWN));
            var found = stored.reminders().stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst()
                    .orElseThrow();
            if (!found.isOpen()) {
                return new SavedReminder(new DueReminder(survivor, found), true);
            }
            var closed = found.close(closing);
            var all = stored.reminders().stream()
                    .map(each -> each.id().equals(id) ? closed : each)
                    .toList();
            var next = state(brand, stored.person(), all, stored.version() + 1, closing.at());
            return save(brand, survivor, closed, next);
        });
    }

    private SavedReminder save(BrandKey brand, UUID survivor, PersonReminder changed, PersonReminders next) {
        var published = recorder.saveAndPublish(brand, next.person(), next);
        return new SavedReminder(new DueReminder(survivor, changed), published);
    }

    private static Stream<DueReminder> open(PersonReminders state, UUID survivor) {
        return state.reminders().stream()
                .filter(PersonReminder::isOpen)
                .map(reminder -> new DueReminder(survivor, reminder));
    }

    private static PersonReminders state(
            BrandKey brand, UUID person, List<PersonReminder> all, long version, Instant at) {
        return PersonRemindersBuilder.builder()
                .agency(brand.agency())
                .brand(brand.brand())
                .person(person)
                .reminders(withoutOldClosed(all))
                .nextDue(all.stream()
                        .filter(PersonReminder::isOpen)
                        .map(PersonReminder::due)
                        .min(LocalDate::compareTo)
                        .orElse(null))
                .version(version)
                .at(at)
                .build();
    }

    /** All open reminders, and of the closed ones the last set. */
    private static List<PersonReminder> withoutOldClosed(List<PersonReminder> all) {
        var tooMany = all.stream().filter(each -> !each.isOpen()).count() - MAX_CLOSED;
        var old = all.stream()
                .filter(each -> !each.isOpen())
                .limit(Math.max(0, tooMany))
                .toList();
        return all.stream().filter(each -> !old.contains(each)).toList();
    }
}
