package io.rapport.contracts.score;

import java.time.LocalDate;

/** The score published before it on the same topic. */
public record PreviousScore(double strength, Stage stage, LocalDate asOf, long sequence) {}
