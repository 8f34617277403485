package io.rapport.ingest.source.table;

/**
 * A remark on how a file was read, such as a skipped line.
 *
 * @param line the line of the file, from 1
 * @param message what was skipped or assumed
 */
public record TableNote(int line, String message) {}
