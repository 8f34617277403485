package io.rapport.contracts.story;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A story as text.
 *
 * @param day the day it is about
 * @param by the name of the token that wrote it
 * @param at when it was written
 */
public record PersonStory(UUID id, StoryKind kind, LocalDate day, String text, String by, Instant at) {}
