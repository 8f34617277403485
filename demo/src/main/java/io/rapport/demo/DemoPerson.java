package io.rapport.demo;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A person of a brand.
 *
 * @param name the full name, as on the client list
 * @param persona the type of person
 * @param channels the main social channel, and another one if the person uses two
 * @param handles the account on each channel
 * @param days the days of activity
 * @param rename the change of name, if any
 */
public record DemoPerson(
        String name,
        DemoPersona persona,
        List<String> channels,
        Map<String, DemoActor> handles,
        Days days,
        @Nullable Rename rename) {

    /** The first and the last day, both included, counted from 0. */
    record Days(int first, int last) {

        boolean contains(int day) {
            return day >= first && day <= last;
        }
    }

    /** A new name from a day on; account ids do not change. */
    record Rename(int day, String name) {}

    /** The account on a channel with the name of that day; null if the person has none. */
    @Nullable
    DemoActor account(String channel, int day) {
        var actor = handles.get(channel);
        if (actor == null || rename == null || day < rename.day()) {
            return actor;
        }
        return actor.renamed(rename.name());
    }

    /** The main social channel. */
    String mainChannel() {
        return channels.get(0);
    }

    /** The given name. */
    String firstName() {
        return name.substring(0, name.indexOf(' '));
    }

    boolean isClient() {
        return persona == DemoPersona.CLIENT;
    }
}
