package io.rapport.ingest.source.csv;

/**
 * The expected format of a CSV file.
 *
 * @param nested whether a column {@code a.b} is field b of object a; column names have to be unique then
 * @param maxRows the maximum number of rows
 */
public record CsvFormat(boolean nested, int maxRows) {}
