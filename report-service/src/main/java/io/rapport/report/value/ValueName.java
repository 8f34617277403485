package io.rapport.report.value;

/**
 * A person behind a value stream.
 *
 * @param path of what happened, on the person's page
 * @param detail the number of engagements
 */
record ValueName(String name, String path, String amount, String detail) {}
