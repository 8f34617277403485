package io.rapport.report.reminder;

/**
 * The form that sets a reminder about one person. Sent twice, it sets one reminder.
 *
 * @param path the form is sent to
 * @param nonce the id of the reminder
 * @param today the first day that can be entered, in the brand's time zone
 * @param back the page to return to; empty for the person's page
 */
public record ReminderForm(String path, String nonce, String today, String back) {}
