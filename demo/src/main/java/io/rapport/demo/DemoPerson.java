package io.rapport.demo;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of the brand's people.
 *
 * @param name full name, as on the client list
 * @param persona how they behave
 * @param socials the channel they are mostly on, and another one if they are there too
 * @param handles their account on each channel
 * @param days from when to when, in days of the demo, they are about
 * @param rename the new name they take on the way, if they do
 */
public record DemoPerson(
        String name,
        DemoPersona persona,
        List<String> socials,
        Map<String, DemoActor> handles,
        Days days,
        @Nullable Rename rename) {

    /** From the first day to the last, both included, counted from 0. */
    record Days(int first, int last) {

        boolean contain(int day) {
            return day >= first && day <= last;
        }
    }

    /** A new name from a day on: the account ids stay. */
    record Rename(int day, String name) {}

    /** The account on a channel as it calls itself on a day; null when they have none there. */
    @Nullable
    DemoActor on(String channel, int day) {
        var actor = handles.get(channel);
        if (actor == null || rename == null || day < rename.day()) {
            return actor;
        }
        return actor.renamed(rename.name());
    }

    /** The channel they are mostly on. */
    String social() {
        return socials.get(0);
    }

    /** What friends call them. */
    String firstName() {
        return name.substring(0, name.indexOf(' '));
    }

    boolean isClient() {
        return persona == DemoPersona.CLIENT;
    }
}
