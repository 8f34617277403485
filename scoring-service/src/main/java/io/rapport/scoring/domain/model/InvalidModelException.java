package io.rapport.scoring.domain.model;

import java.util.List;
import java.util.stream.Collectors;

/** A scoring model has invalid values; lists every fault. */
public final class InvalidModelException extends IllegalArgumentException {

    private final transient List<Fault> faults;

    /** Creates an exception with at least one fault. */
    public InvalidModelException(List<Fault> faults) {
        super(faults.stream().map(Fault::why).collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    /**
     * An invalid value.
     *
     * @param field path of the field: {@code inbound.SHARE.know}
     * @param why reason, in a sentence
     */
    public record Fault(String field, String why) {}

    /** All faults, in the order of the model's fields. */
    public List<Fault> faults() {
        return faults;
    }
}
