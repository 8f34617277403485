package io.rapport.demo;

import io.rapport.contracts.engagement.EngagementKind;
import java.time.Duration;
import java.time.Instant;

/** What the team says back: mostly within its target, and days later where it has overlooked a question. */
final class AnswerGenerator {

    private static final double SAYS_THANKS = 0.3;
    /** Of what the brand means to take, so that nine in ten answers stay below. */
    private static final double USUAL_SHARE = 0.3;

    private final DemoScript script;
    private final SeededRandom chance;

    AnswerGenerator(DemoScript script) {
        this.script = script;
        this.chance = script.chance();
    }

    /**
     * Answers a message, or not.
     *
     * @param asks whether it is answered late, where it is not soon
     */
    void answer(EngagementDraft draft, Behaviour.Answer answer, boolean asks) {
        if (chance.happens(answer.probability())) {
            var usual = script.brand().answerTargetMinutes() * USUAL_SHARE;
            answer(draft, answer, later(draft.at(), usual), asks);
        } else if (asks) {
            answer(draft, answer, draft.at().plus(Duration.ofMinutes(chance.between(24 * 60, 9 * 24 * 60))), true);
        }
    }

    private void answer(EngagementDraft draft, Behaviour.Answer answer, Instant at, boolean asks) {
        var staff = script.staffMember();
        var reply = script.answer(draft, answer.kind(), staff, at);
        if (answer.phrases() == null) {
            return;
        }
        reply.text(script.phrase(answer.phrases(), draft.actor(), staff));
        if (asks && chance.happens(SAYS_THANKS)) {
            script.add(draft.channel(), draft.actor(), later(at, 30))
                    .kind(EngagementKind.THANKS)
                    .replyTo(reply)
                    .text(script.phrase("thanks", draft.actor(), staff));
        }
    }

    private Instant later(Instant at, double typicalMinutes) {
        return at.plus(Duration.ofSeconds((long) (60 * chance.around(typicalMinutes))));
    }
}
