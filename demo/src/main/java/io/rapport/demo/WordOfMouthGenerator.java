package io.rapport.demo;

import io.rapport.contracts.engagement.EngagementKind;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What people make of one another's words within hours: they pass them on, with words of their own or without, and reply. */
final class WordOfMouthGenerator {

    private static final double GOOD = 0.5;
    private static final double BAD = 0.35;
    private static final double TYPICAL_MINUTES = 150;
    private static final Behaviour.Answer ANSWER = Behaviour.Answer.of(EngagementKind.REPLY, "answer.complaint", 0.85);

    private final DemoScript script;
    private final List<DemoPerson> people;
    private final AnswerGenerator answers;
    private final SeededRandom chance;

    WordOfMouthGenerator(DemoScript script, List<DemoPerson> people) {
        this.script = script;
        this.people = people;
        this.answers = new AnswerGenerator(script);
        this.chance = script.chance();
    }

    /** Others take up what somebody said, and others again what they made of it. */
    void takeUp(EngagementDraft message, Behaviour act) {
        switch (act) {
            case PRAISE, REVIEW -> takeUp(message, "echo.good", GOOD);
            case COMPLAINT -> takeUp(message, "echo.bad", BAD);
            default -> {
                // nothing that anybody would pass on
            }
        }
    }

    /**
     * Somebody takes up a message.
     *
     * @param section of {@code phrases.txt}, for what they say
     * @param minutes after it
     */
    EngagementDraft passOn(EngagementDraft from, DemoActor actor, String section, double minutes) {
        var at = from.at().plus(Duration.ofSeconds((long) (60 * minutes)));
        var draft = script.add(from.channel(), actor, at);
        if (chance.happens(0.5)) {
            return draft.kind(EngagementKind.SHARE).shareOf(from);
        }
        draft.text(script.phrase(section, actor, script.staffMember()));
        if (chance.happens(0.6)) {
            draft.kind(EngagementKind.QUOTE).shareOf(from);
        } else {
            draft.kind(EngagementKind.REPLY).replyTo(from);
        }
        if (!section.equals("echo.good")) {
            answer(draft);
        }
        return draft;
    }

    /** The team answers bad word. */
    void answer(EngagementDraft bad) {
        answers.answer(bad, ANSWER, true);
    }

    /** Those who are about on a channel on a day. */
    List<DemoActor> about(String channel, int day) {
        return people.stream()
                .filter(person -> person.days().contain(day) && person.socials().contains(channel))
                .flatMap(person -> Stream.ofNullable(person.on(channel, day)))
                .toList();
    }

    /** The account of somebody who may have sent a friend. */
    String somebody() {
        return chance.pick(people).handles().values().iterator().next().id();
    }

    private void takeUp(EngagementDraft message, String section, double mean) {
        var others = about(message.channel(), script.span().dayOf(message.at())).stream()
                .filter(other -> !other.id().equals(message.actor().id()))
                .toList();
        for (var i = others.isEmpty() ? 0 : chance.times(mean); i > 0; i--) {
            var minutes = chance.around(TYPICAL_MINUTES);
            takeUp(passOn(message, chance.pick(others), section, minutes), section, mean);
        }
    }
}
