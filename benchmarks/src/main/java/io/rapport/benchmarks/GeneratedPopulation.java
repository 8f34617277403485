package io.rapport.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * People who do not exist. Named as people are, a few names are common and more names keep turning up the more people there are; else they share a
 * thousand given and a thousand family names, so that each becomes as much more common as there are more people.
 */
final class GeneratedPopulation {

    private record Person(String given, String family) {}

    private final Random random;
    private final boolean named;
    private final List<Person> people = new ArrayList<>();

    GeneratedPopulation(long seed, boolean named) {
        this.random = new Random(seed);
        this.named = named;
    }

    /** Given and family name of a person, counted from 0. */
    String name(int person) {
        return person(person).given + " " + person(person).family;
    }

    /** The name of one of three accounts: spelt like theirs, the family name with a number, and one of a mind of its own. */
    String account(int number, int which) {
        var person = person(number);
        return switch (which) {
            case 0 -> (person.given + person.family).toLowerCase(Locale.ROOT);
            case 1 -> person.given.charAt(0) + person.family + random.nextInt(100);
            default -> word(random.nextInt(1 << 16)) + word(random.nextInt(1 << 20));
        };
    }

    private Person person(int number) {
        while (people.size() <= number) {
            people.add(
                    named
                            ? new Person(word(rank(100, 0.8)), word(100_000 + rank(400, 0.45)))
                            : new Person(word(random.nextInt(1000)), word(100_000 + random.nextInt(1000))));
        }
        return people.get(number);
    }

    /** A rank as unequal as those of names: the share of people above rank r is (1 + r/q) to the power of -s. */
    private int rank(double q, double s) {
        return (int) Math.min(1e6, q * (Math.pow(1 - random.nextDouble(), -1 / s) - 1));
    }

    /** A word that can be spoken, another for each number. */
    private static String word(int number) {
        var word = new StringBuilder();
        for (var rest = number + 400; rest > 0; rest /= 80) {
            word.append("bcdfghklmnprstvz".charAt(rest % 16)).append("aeiou".charAt(rest / 16 % 5));
        }
        return word.append(List.of("", "n", "rd", "l", "st").get(number % 5)).toString();
    }
}
