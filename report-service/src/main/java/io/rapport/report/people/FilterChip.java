package io.rapport.report.people;

/**
 * A link that sets or removes a filter of the list of people.
 *
 * @param on whether the filter is set, so that the link removes it
 */
record FilterChip(String label, String href, boolean on) {}
