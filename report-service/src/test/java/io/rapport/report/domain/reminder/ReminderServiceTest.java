package io.rapport.report.domain.reminder;

import static io.rapport.report.ReportTestEvents.ACME;
import static io.rapport.report.ReportTestEvents.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.contracts.reminder.PersonReminder;
import io.rapport.contracts.reminder.PersonReminders;
import io.rapport.contracts.reminder.ReminderClosing;
import io.rapport.contracts.reminder.ReminderOutcome;
import io.rapport.report.domain.decision.DecisionRecorder;
import io.rapport.report.domain.decision.DecisionRejectedException;
import io.rapport.report.domain.decision.PersonDecisionRecorder;
import io.rapport.report.domain.identity.MergedIdentityRepository;
import io.rapport.report.domain.identity.PersonDirectory;
import io.rapport.report.domain.reminder.ReminderService.DueReminder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReminderServiceTest {

    private static final Instant AT = Instant.parse("2025-05-04T10:00:00Z");
    private static final ReminderClosing DONE = new ReminderClosing(ReminderOutcome.DONE, "ann", AT);
    private static final UUID ANNA = person("anna");

    private final MemoryReminderRepository repository = new MemoryReminderRepository();
    private final List<PersonReminders> published = new ArrayList<>();
    private final Set<UUID> erased = new HashSet<>();
    private final ReminderService reminders = service();

    @Test
    void earliestDayComesFirst() {
        reminders.set(ACME, ANNA, reminder(1, 20));
        reminders.set(ACME, person("bert"), reminder(2, 5));
        reminders.set(ACME, ANNA, reminder(3, 9));

        assertThat(reminders.findOpen(ACME, 2)).extracting(DueReminder::person).containsExactly(person("bert"), ANNA);
        assertThat(reminders.findOpen(ACME, ANNA))
                .extracting(each -> each.reminder().due().getDayOfMonth())
                .containsExactly(9, 20);
        assertThat(published).extracting(PersonReminders::nextDue).containsExactly(day(20), day(5), day(9));
    }

    @Test
    void twoUsersAtOnceBothSetTheirReminder() {
        reminders.set(ACME, ANNA, reminder(1, 20));
        repository.beforeNextSave(() -> service().set(ACME, ANNA, reminder(2, 21)));

        reminders.set(ACME, ANNA, reminder(3, 22));

        assertThat(reminders.findOpen(ACME, ANNA)).hasSize(3);
        assertThat(published).extracting(PersonReminders::version).containsExactly(1L, 2L, 3L);
    }

    @Test
    void remindersAboutSeveralPeopleAreSetForThoseWhoCanBeRemindedOf() {
        var full = person("full");
        for (var i = 0; i < ReminderService.MAX_OPEN; i++) {
            reminders.set(ACME, full, reminder(100 + i, 20));
        }
        reminders.set(ACME, ANNA, reminder(1, 20));
        erased.add(person("erased"));
        published.clear();
        var all = new LinkedHashMap<UUID, PersonReminder>();
        all.put(ANNA, reminder(1, 20));
        all.put(person("former"), reminder(2, 20));
        all.put(person("bert"), reminder(3, 20));
        all.put(full, reminder(4, 20));
        all.put(person("erased"), reminder(5, 20));
        repository.beforeNextSave(() -> service().set(ACME, ANNA, reminder(9, 21)));

        assertThat(reminders.setAll(ACME, all)).isEqualTo(3);

        assertThat(reminders.findOpen(ACME, ANNA))
                .extracting(each -> each.reminder().id())
                .as("set before, set meanwhile and set now for a merged person")
                .containsExactlyInAnyOrder(new UUID(0, 1), new UUID(0, 9), new UUID(0, 2));
        assertThat(reminders.findOpen(ACME, person("bert"))).hasSize(1);
        assertThat(reminders.findOpen(ACME, full)).hasSize(ReminderService.MAX_OPEN);
        assertThat(reminders.findOpen(ACME, person("erased"))).isEmpty();
    }

    @Test
    void reminderWithTheSameIdIsSetOnce() {
        reminders.set(ACME, ANNA, reminder(1, 20));
        var again = reminders.set(ACME, ANNA, reminder(1, 25));

        assertThat(again.saved().reminder().due()).isEqualTo(day(20));
        assertThat(published).hasSize(1);
    }

    @Test
    void closedReminderStaysAsItWasClosed() {
        var id = reminders.set(ACME, ANNA, reminder(1, 20)).saved().reminder().id();
        reminders.close(ACME, ANNA, id, DONE);
        var again = reminders.close(ACME, ANNA, id, new ReminderClosing(ReminderOutcome.DISMISSED, "bob", AT));

        assertThat(again.saved().reminder().closed()).isEqualTo(DONE);
        assertThat(reminders.findOpen(ACME, ANNA)).isEmpty();
        assertThat(reminders.findOpen(ACME, 9)).isEmpty();
        assertThat(published.get(1).nextDue()).isNull();
        assertThatThrownBy(() -> reminders.close(ACME, ANNA, new UUID(9, 9), DONE))
                .isInstanceOf(DecisionRejectedException.class)
                .hasMessage("UNKNOWN");
    }

    @Test
    void reminderAboutAMergedPersonIsAboutTheSurvivor() {
        var saved = reminders.set(ACME, person("former"), reminder(1, 20));

        assertThat(saved.saved().person()).isEqualTo(ANNA);
        assertThat(reminders.findOpen(ACME, ANNA)).hasSize(1);
    }

    @Test
    void openRemindersAreLimitedAndOldClosedOnesAreDropped() {
        for (var i = 1; i <= 60; i++) {
            reminders.set(ACME, ANNA, reminder(i, 20));
            reminders.close(ACME, ANNA, new UUID(0, i), DONE);
        }
        for (var i = 101; i <= 100 + ReminderService.MAX_OPEN; i++) {
            reminders.set(ACME, ANNA, reminder(i, 20));
        }

        assertThat(reminders.findOpen(ACME, ANNA)).hasSize(ReminderService.MAX_OPEN);
        assertThat(repository.find(ACME, List.of(ANNA)).get(0).reminders())
                .hasSize(50 + ReminderService.MAX_OPEN)
                .first()
                .extracting(PersonReminder::id)
                .isEqualTo(new UUID(0, 11));
        assertThatThrownBy(() -> reminders.set(ACME, ANNA, reminder(999, 20))).hasMessage("TOO_MANY");
    }

    @Test
    void nothingIsKeptOfAPersonWhoIsErasedMeanwhile() {
        repository.beforeNextSave(() -> erased.add(ANNA));

        assertThatThrownBy(() -> reminders.set(ACME, ANNA, reminder(1, 20))).hasMessage("UNKNOWN");
        assertThat(repository.find(ACME, List.of(ANNA))).isEmpty();
        assertThat(published).isEmpty();
        assertThatThrownBy(() -> reminders.set(ACME, ANNA, reminder(1, 20))).hasMessage("UNKNOWN");
    }

    private ReminderService service() {
        var directory = new PersonDirectory(new MergedIdentityRepository(Map.of("former", "anna")));
        var recorder = new DecisionRecorder<PersonReminders>(() -> true, repository::saveNextVersion, published::add);
        return new ReminderService(
                repository,
                directory,
                new PersonDecisionRecorder<>(
                        repository, directory, (brand, person) -> erased.contains(person), recorder));
    }

    private static PersonReminder reminder(int id, int day) {
        return new PersonReminder(new UUID(0, id), day(day), null, "ann", AT, null);
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2025, 5, day);
    }
}
