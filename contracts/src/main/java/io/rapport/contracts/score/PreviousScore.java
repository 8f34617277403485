package io.rapport.contracts.score;

import java.time.LocalDate;

/** The score that was published before, on the same topic. */
public record PreviousScore(double strength, Stage stage, LocalDate asOf, long sequence) {}
