package io.rapport.identity.domain;

import java.time.Instant;

/**
 * Who says something about two people.
 *
 * @param by a token's name, or a rule's
 * @param reason in their words
 * @param at when
 */
public record Said(String by, String reason, Instant at) {}
