package io.rapport.demo;

import java.util.List;

/** What a brand's posts are about, and how much people care for it. */
enum PostTheme {
    CRAFT("craft", 0.75),
    PEOPLE("people", 0.9),
    ADVICE("advice", 0.55),
    OFFER("offer", 0.3);

    private static final List<PostTheme> TOLD = List.of(CRAFT, PEOPLE, ADVICE);

    private final String topic;
    private final double pull;

    PostTheme(String topic, double pull) {
        this.topic = topic;
        this.pull = pull;
    }

    /** One of those that sell nothing. */
    static PostTheme pickNonSelling(SeededRandom chance) {
        return chance.pick(TOLD);
    }

    /** What it is called on a post; its words are in this section of {@code phrases.txt}, below {@code post}. */
    String topic() {
        return topic;
    }

    /** How likely somebody who comes by takes up a post about it, 0 to 1. */
    double interest() {
        return pull;
    }

    boolean sells() {
        return this == OFFER;
    }
}
