package io.rapport.scoring.query;

/** A brand has no day yet, because it has no engagement. */
public final class NoDaysException extends RuntimeException {

    NoDaysException() {
        super("The brand has no day yet: it gets one with its first engagement.");
    }
}
