package io.rapport.ingest.domain.mapping;

/**
 * What cannot be known from a file.
 *
 * @param field the path of the field, or the parameter
 * @param message what is missing, and the parameter that answers it
 */
public record MappingQuestion(String field, String message) {}
