package io.rapport.contracts.reminder;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Why a reminder is closed. */
public enum ReminderOutcome {
    /** What it was about is done. */
    DONE,
    /** It is not needed any more. */
    DISMISSED,
    /** An outcome this reader is too old to know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
