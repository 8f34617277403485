package io.rapport.ingest.domain.input;

/**
 * A detail that was left out of an accepted row.
 *
 * @param index the position of the row
 * @param field the path of the field that was left out
 * @param message what is wrong with it
 */
public record RowWarning(int index, String field, String message) {}
