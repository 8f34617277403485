package io.rapport.scoring.topology.state;

import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * Encodes enum constants of the contracts in one byte by their ordinal. New constants are added only before {@code UNKNOWN},
 * so ordinals never change.
 */
final class EnumCodes {

    private static final int NONE = -1;
    private static final int UNKNOWN = -2;
    private static final String UNKNOWN_NAME = "UNKNOWN";

    private EnumCodes() {}

    @SuppressWarnings("EnumOrdinal") // a test holds the order of each type that is stored
    static int codeOf(@Nullable Enum<?> constant) {
        if (constant == null) {
            return NONE;
        }
        return constant.name().equals(UNKNOWN_NAME) ? UNKNOWN : constant.ordinal();
    }

    static <E extends Enum<E>> @Nullable E byCode(Class<E> type, int code) {
        if (code == NONE) {
            return null;
        }
        if (code == UNKNOWN) {
            return byName(type, UNKNOWN_NAME);
        }
        var all = type.getEnumConstants();
        if (code < 0 || code >= all.length) {
            throw new SerializationException("State holds a " + type.getSimpleName() + " number " + code);
        }
        return all[code];
    }

    static <E extends Enum<E>> @Nullable E byName(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
