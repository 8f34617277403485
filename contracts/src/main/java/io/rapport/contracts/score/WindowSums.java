package io.rapport.contracts.score;

/**
 * The undecayed sums of a person in a window.
 *
 * @param window days, up to and including {@code asOf}
 * @param returned the return from the person
 * @param invested the effort of the brand
 */
public record WindowSums(int window, double returned, double invested) {}
