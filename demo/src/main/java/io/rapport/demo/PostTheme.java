package io.rapport.demo;

import java.util.List;

/** The subject of a post, and how much it interests people. */
enum PostTheme {
    CRAFT("craft", 0.75),
    PEOPLE("people", 0.9),
    ADVICE("advice", 0.55),
    OFFER("offer", 0.3);

    private static final List<PostTheme> NOT_PROMOTIONAL = List.of(CRAFT, PEOPLE, ADVICE);

    private final String topic;
    private final double interest;

    PostTheme(String topic, double interest) {
        this.topic = topic;
        this.interest = interest;
    }

    /** A random theme that is not promotional. */
    static PostTheme pickNotPromotional(SeededRandom random) {
        return random.pick(NOT_PROMOTIONAL);
    }

    /** The topic of the post; the texts are in the section {@code post.<topic>} of {@code phrases.txt}. */
    String topic() {
        return topic;
    }

    /** The probability that a person who sees the post reacts to it, 0 to 1. */
    double interest() {
        return interest;
    }

    boolean isPromotional() {
        return this == OFFER;
    }
}
