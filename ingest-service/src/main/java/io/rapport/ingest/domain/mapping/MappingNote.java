package io.rapport.ingest.domain.mapping;

/**
 * A remark on how rows were read.
 *
 * @param line the line of the first of these rows
 * @param message what was assumed or left out
 */
public record MappingNote(int line, String message) {}
