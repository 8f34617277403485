package io.rapport.contracts.reminder;

import java.time.Instant;

/**
 * How a reminder was closed.
 *
 * @param by the name of the token that closed it
 */
public record ReminderClosing(ReminderOutcome outcome, String by, Instant at) {}
