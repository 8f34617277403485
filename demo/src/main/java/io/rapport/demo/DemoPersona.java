package io.rapport.demo;

import io.rapport.messaging.json.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.type.TypeReference;

/** A type of person; {@code personas.json} says how many of each a brand has, how much they do in a year, and what. */
public enum DemoPersona {
    ADVOCATE,
    CLIENT,
    REGULAR,
    CUSTOMER,
    ONLOOKER,
    PASSER_BY;

    private static final Map<DemoPersona, Profile> PROFILES =
            Json.mapper().readValue(PhraseBook.text("personas.json"), new TypeReference<>() {});

    /**
     * The figures of a persona.
     *
     * @param count how many of them a brand meets in a year
     * @param behavioursPerYear how many behaviours each of them shows in a year, on average
     * @param mix the relative frequency of each behaviour
     */
    private record Profile(int count, double behavioursPerYear, LinkedHashMap<Behaviour, Integer> mix) {}

    /** How many of them a brand meets in a year. */
    int count() {
        return profile().count;
    }

    /** The average number of behaviours a day, from the first day to the last. */
    double behavioursPerDay() {
        return profile().behavioursPerYear / 365;
    }

    /** Their behaviours, each repeated as often as it is likely. */
    List<Behaviour> behaviours() {
        return profile().mix.entrySet().stream()
                .flatMap(each -> Collections.nCopies(each.getValue(), each.getKey()).stream())
                .toList();
    }

    /** Whether they buy in the shop, and so have an account there. */
    boolean buys() {
        return profile().mix.containsKey(Behaviour.PURCHASE);
    }

    private Profile profile() {
        return Objects.requireNonNull(PROFILES.get(this));
    }
}
