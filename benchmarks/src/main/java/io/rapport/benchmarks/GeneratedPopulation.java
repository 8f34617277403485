package io.rapport.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Generated people. With a natural distribution of names a few names are common, and the number of names grows with the number
 * of people; otherwise people share a thousand given and a thousand family names, so that the frequency of each name is
 * proportional to the number of people.
 */
public final class GeneratedPopulation {

    private record Person(String given, String family) {}

    private final Random random;
    private final boolean naturalNames;
    private final List<Person> people = new ArrayList<>();

    public GeneratedPopulation(long seed, boolean naturalNames) {
        this.random = new Random(seed);
        this.naturalNames = naturalNames;
    }

    /** The full name of a person, counted from 0. */
    public String name(int person) {
        return person(person).given + " " + person(person).family;
    }

    /** The name of one of three accounts: the full name, the initial and family name with a number, and an unrelated one. */
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
                    naturalNames
                            ? new Person(word(rank(100, 0.8)), word(100_000 + rank(400, 0.45)))
                            : new Person(word(random.nextInt(1000)), word(100_000 + random.nextInt(1000))));
        }
        return people.get(number);
    }

    /** A random rank of a name: the share of people above rank r is (1 + r/q) to the power of -s. */
    private int rank(double q, double s) {
        return (int) Math.min(1e6, q * (Math.pow(1 - random.nextDouble(), -1 / s) - 1));
    }

    /** A pronounceable word, a different one for each number. */
    private static String word(int number) {
        var word = new StringBuilder();
        for (var rest = number + 400; rest > 0; rest /= 80) {
            word.append("bcdfghklmnprstvz".charAt(rest % 16)).append("aeiou".charAt(rest / 16 % 5));
        }
        return word.append(List.of("", "n", "rd", "l", "st").get(number % 5)).toString();
    }
}
