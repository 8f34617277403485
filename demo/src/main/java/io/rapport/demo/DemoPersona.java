package io.rapport.demo;

import io.rapport.messaging.json.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.type.TypeReference;

/** A type of person; {@code personas.json} has the number of people of each type, and the number and mix of behaviours. */
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
     * @param count the number of people of a brand
     * @param behavioursPerYear the average number of behaviours of a person in a year
     * @param mix the relative frequency of each behaviour
     */
    private record Profile(int count, double behavioursPerYear, LinkedHashMap<Behaviour, Integer> mix) {}

    /** The number of people of this type of a brand. */
    int count() {
        return profile().count;
    }

    /** The average number of behaviours a day, from the first day to the last. */
    double behavioursPerDay() {
        return profile().behavioursPerYear / 365;
    }

    /** The behaviours, each repeated by its relative frequency. */
    List<Behaviour> behaviours() {
        return profile().mix.entrySet().stream()
                .flatMap(each -> Collections.nCopies(each.getValue(), each.getKey()).stream())
                .toList();
    }

    /** Whether people of this type buy in the shop, and therefore have an account there. */
    boolean buys() {
        return profile().mix.containsKey(Behaviour.PURCHASE);
    }

    private Profile profile() {
        return Objects.requireNonNull(PROFILES.get(this));
    }
}
