package io.rapport.ingest.source.csv;

/**
 * What a file is expected to be.
 *
 * @param nested whether a column called {@code a.b} is field b of object a; then no two columns may be called the same
 * @param maxRows the most rows it may have
 */
public record CsvFormat(boolean nested, int maxRows) {}
