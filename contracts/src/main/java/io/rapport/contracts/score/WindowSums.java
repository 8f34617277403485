package io.rapport.contracts.score;

/**
 * What passed between a person and the brand in a window, each day counting in full.
 *
 * @param window days, up to and including {@code asOf}
 * @param returned what the person gave
 * @param invested what the brand gave
 */
public record WindowSums(int window, double returned, double invested) {}
