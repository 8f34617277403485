package io.rapport.scoring.domain.model;

import java.util.List;
import java.util.stream.Collectors;

/** A scoring model cannot be, and why: every fault, not only the first. */
public final class InvalidModelException extends IllegalArgumentException {

    private final transient List<Fault> faults;

    /** A model with at least one fault. */
    public InvalidModelException(List<Fault> faults) {
        super(faults.stream().map(Fault::why).collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    /**
     * What cannot be.
     *
     * @param field where, as a path: {@code inbound.SHARE.know}
     * @param why in a sentence
     */
    public record Fault(String field, String why) {}

    /** Every fault, in the order of the model's fields. */
    public List<Fault> faults() {
        return faults;
    }
}
