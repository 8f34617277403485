package io.rapport.ingest.source.payload;

import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.source.SourceSettings;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads the settings of a connection that several sources have. */
public final class SettingsReader {

    private static final String ZONE = "zone";

    private SettingsReader() {}

    /** The account of a connection that has only one. */
    public static Optional<String> onlyAccount(SourceSettings settings) {
        return settings.accounts().size() == 1
                ? Optional.of(settings.accounts().iterator().next())
                : Optional.empty();
    }

    /** The values of a setting that is a list, as texts; empty if it is absent or of another type. */
    public static List<String> texts(SourceSettings settings, String name) {
        return settings.values().get(name) instanceof Collection<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** The setting {@code zone}; empty if it is absent or no time zone. */
    public static Optional<ZoneId> zone(SourceSettings settings) {
        try {
            return settings.text(ZONE).map(ZoneId::of);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * Checks the setting {@code zone}.
     *
     * @throws InputRejectedException if it is there and no time zone
     */
    public static void requireValidZone(SourceSettings settings) {
        if (settings.values().containsKey(ZONE) && zone(settings).isEmpty()) {
            throw InputRejectedException.invalid("settings." + ZONE, "has to be a time zone, such as Europe/Oslo.");
        }
    }
}
