package io.rapport.standalone.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What kind of company a person is: how many of them a brand has, how much they do in a year, and of what. */
public enum Persona {
    ADVOCATE(
            6,
            138,
            mix(30, Act.REACTION)
                    .and(20, Act.COMMENT)
                    .and(12, Act.SHARE)
                    .and(8, Act.QUOTE)
                    .and(10, Act.PRAISE)
                    .and(4, Act.REVIEW)
                    .and(4, Act.REFERRAL)
                    .and(4, Act.THANKS)
                    .and(1, Act.INTRODUCTION)
                    .and(1, Act.INVITATION)
                    .and(1, Act.CITATION)
                    .and(5, Act.PURCHASE)
                    .and(14, Act.OUTREACH)),
    CLIENT(
            20,
            88,
            mix(14, Act.EMAIL)
                    .and(8, Act.CALL)
                    .and(6, Act.MEETING)
                    .and(6, Act.CALL_FROM_US)
                    .and(6, Act.MEETING_FROM_US)
                    .and(14, Act.PURCHASE)
                    .and(12, Act.REACTION)
                    .and(8, Act.COMMENT)
                    .and(6, Act.QUESTION)
                    .and(3, Act.COMPLAINT)
                    .and(4, Act.PRAISE)
                    .and(2, Act.REFERRAL)
                    .and(3, Act.THANKS)
                    .and(1, Act.INTRODUCTION)
                    .and(2, Act.INTRODUCTION_FROM_US)
                    .and(4, Act.OUTREACH)
                    .and(8, Act.NEWSLETTER)
                    .and(2, Act.VISIT)
                    .and(2, Act.SEARCH)),
    REGULAR(
            24,
            66,
            mix(34, Act.REACTION)
                    .and(20, Act.COMMENT)
                    .and(8, Act.PRAISE)
                    .and(8, Act.QUESTION)
                    .and(5, Act.QUESTION_ON_POST)
                    .and(3, Act.COMPLAINT)
                    .and(7, Act.SHARE)
                    .and(3, Act.QUOTE)
                    .and(5, Act.MESSAGE)
                    .and(2, Act.REVIEW)
                    .and(2, Act.THANKS)
                    .and(3, Act.OUTREACH)),
    CUSTOMER(
            22,
            40,
            mix(16, Act.VISIT)
                    .and(14, Act.SEARCH)
                    .and(18, Act.PURCHASE)
                    .and(12, Act.NEWSLETTER)
                    .and(14, Act.REACTION)
                    .and(7, Act.QUESTION)
                    .and(6, Act.COMPLAINT)
                    .and(6, Act.MESSAGE)
                    .and(4, Act.REVIEW)
                    .and(3, Act.THANKS)),
    ONLOOKER(
            36, 18, mix(70, Act.REACTION).and(12, Act.COMMENT).and(6, Act.SHARE).and(6, Act.QUESTION_ON_POST)),
    PASSER_BY(
            12,
            60,
            mix(30, Act.QUESTION).and(20, Act.COMPLAINT).and(20, Act.COMMENT).and(20, Act.REACTION));

    private final int count;
    private final double actsPerYear;
    private final List<Act> acts;

    Persona(int count, double actsPerYear, Mix mix) {
        this.count = count;
        this.actsPerYear = actsPerYear;
        this.acts = Collections.unmodifiableList(mix.acts);
    }

    /** How many of them a brand meets in a year. */
    int count() {
        return count;
    }

    /** How many acts a day, on average, while they are about. */
    double actsPerDay() {
        return actsPerYear / 365;
    }

    /** Their acts, each as often as it is likely. */
    List<Act> acts() {
        return acts;
    }

    /** Whether they buy in the shop, and so have an account there. */
    boolean buys() {
        return acts.contains(Act.PURCHASE);
    }

    private static Mix mix(int weight, Act act) {
        return new Mix().and(weight, act);
    }

    private static final class Mix {

        private final List<Act> acts = new ArrayList<>();

        Mix and(int weight, Act act) {
            acts.addAll(Collections.nCopies(weight, act));
            return this;
        }
    }
}
