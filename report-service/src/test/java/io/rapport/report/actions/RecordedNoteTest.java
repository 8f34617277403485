package io.rapport.report.actions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedNoteTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "thanks | Recorded: thank-you. The figures follow within seconds.",
                "reminder-set | Reminder set.",
                "reminder-closed | Reminder closed.",
                "thanks.12.0 | Recorded: thank-you for 12 people. The figures follow within seconds.",
                "note.1.1 | Recorded: note for 1 person. The figures follow within seconds. 1 was left out: erased meanwhile, or without an account to record it for.",
                "remind.0.2 | Recorded: reminder for 0 people. 2 were left out: erased meanwhile, or with too many reminders already.",
            })
    void noteNamesWhatWasRecorded(String done, String note) {
        assertThat(RecordedNote.of(done)).isEqualTo(note);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "praise", "thanks.1", "thanks.99999.0", "praise.1.1", "<b>.1.1"})
    void otherValuesHaveNoNote(String done) {
        assertThat(RecordedNote.of(done)).isNull();
    }

    @Test
    void valueOfASelectionIsRead() {
        assertThat(RecordedNote.of(RecordedNote.value(SelectionAction.THANKS, 3, 1)))
                .contains("thank-you for 3 people", "1 was left out");
    }
}
