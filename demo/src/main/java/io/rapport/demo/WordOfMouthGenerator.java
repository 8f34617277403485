package io.rapport.demo;

import io.rapport.contracts.engagement.EngagementKind;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Generates reactions to messages within hours: shares with and without text, and replies. */
final class WordOfMouthGenerator {

    private static final double MEAN_GOOD_REACTIONS = 0.5;
    private static final double MEAN_BAD_REACTIONS = 0.35;
    private static final double MEDIAN_MINUTES = 150;
    private static final Behaviour.Answer ANSWER = Behaviour.Answer.of(EngagementKind.REPLY, "answer.complaint", 0.85);

    private final DemoScript script;
    private final List<DemoPerson> people;
    private final AnswerGenerator answers;
    private final SeededRandom random;

    WordOfMouthGenerator(DemoScript script, List<DemoPerson> people) {
        this.script = script;
        this.people = people;
        this.answers = new AnswerGenerator(script);
        this.random = script.random();
    }

    /** Generates reactions to a message, and reactions to these. */
    void generateReactions(EngagementDraft message, Behaviour behaviour) {
        switch (behaviour) {
            case PRAISE, REVIEW -> generateReactions(message, "echo.good", MEAN_GOOD_REACTIONS);
            case COMPLAINT -> generateReactions(message, "echo.bad", MEAN_BAD_REACTIONS);
            default -> {
                // Other behaviours cause no reactions.
            }
        }
    }

    /**
     * Adds a share, quote or reply.
     *
     * @param section the section of {@code phrases.txt} for its text
     * @param minutes the time after the message, in minutes
     */
    EngagementDraft share(EngagementDraft from, DemoActor actor, String section, double minutes) {
        var at = from.at().plus(Duration.ofSeconds((long) (60 * minutes)));
        var draft = script.add(from.channel(), actor, at);
        if (random.happens(0.5)) {
            return draft.kind(EngagementKind.SHARE).shareOf(from);
        }
        draft.text(script.phrase(section, actor, script.staffMember()));
        if (random.happens(0.6)) {
            draft.kind(EngagementKind.QUOTE).shareOf(from);
        } else {
            draft.kind(EngagementKind.REPLY).replyTo(from);
        }
        if (!section.equals("echo.good")) {
            answerComplaint(draft);
        }
        return draft;
    }

    /** Adds the team's answer to a complaint. */
    void answerComplaint(EngagementDraft complaint) {
        answers.answer(complaint, ANSWER, true);
    }

    /** The accounts of people who are active on a channel on a day. */
    List<DemoActor> activeAccounts(String channel, int day) {
        return people.stream()
                .filter(person ->
                        person.days().contains(day) && person.channels().contains(channel))
                .flatMap(person -> Stream.ofNullable(person.account(channel, day)))
                .toList();
    }

    /** The account id of a random person, as a referrer. */
    String randomAccountId() {
        return random.pick(people).handles().values().iterator().next().id();
    }

    private void generateReactions(EngagementDraft message, String section, double mean) {
        var others = activeAccounts(message.channel(), script.period().dayOf(message.at())).stream()
                .filter(other -> !other.id().equals(message.actor().id()))
                .toList();
        for (var i = others.isEmpty() ? 0 : random.poisson(mean); i > 0; i--) {
            var minutes = random.logNormal(MEDIAN_MINUTES);
            generateReactions(share(message, random.pick(others), section, minutes), section, mean);
        }
    }
}
