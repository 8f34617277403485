package io.rapport.contracts.suggestion;

import java.time.Instant;

/**
 * How the dismissal of a suggestion was undone.
 *
 * @param by the name of the token or user that undid it
 */
public record SuggestionUndoing(String by, Instant at) {}
