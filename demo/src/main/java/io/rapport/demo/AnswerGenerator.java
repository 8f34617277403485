package io.rapport.demo;

import io.rapport.contracts.engagement.EngagementKind;
import java.time.Duration;
import java.time.Instant;

/** Generates the team's answers: most within the answer target, some days later. */
final class AnswerGenerator {

    private static final double THANKS_PROBABILITY = 0.3;
    /** Median answer time as a share of the answer target; about nine in ten answers are then below the target. */
    private static final double MEDIAN_SHARE = 0.3;

    private final DemoScript script;
    private final SeededRandom random;

    AnswerGenerator(DemoScript script) {
        this.script = script;
        this.random = script.random();
    }

    /**
     * Answers a message with the probability of the answer.
     *
     * @param wantsAnswer whether the message is answered late otherwise
     */
    void answer(EngagementDraft draft, Behaviour.Answer answer, boolean wantsAnswer) {
        if (random.happens(answer.probability())) {
            var medianMinutes = script.brand().answerTargetMinutes() * MEDIAN_SHARE;
            answer(draft, answer, later(draft.at(), medianMinutes), wantsAnswer);
        } else if (wantsAnswer) {
            answer(draft, answer, draft.at().plus(Duration.ofMinutes(random.between(24 * 60, 9 * 24 * 60))), true);
        }
    }

    private void answer(EngagementDraft draft, Behaviour.Answer answer, Instant at, boolean wantsAnswer) {
        var staff = script.staffMember();
        var reply = script.answer(draft, answer.kind(), staff, at);
        if (answer.phrases() == null) {
            return;
        }
        reply.text(script.phrase(answer.phrases(), draft.actor(), staff));
        if (wantsAnswer && random.happens(THANKS_PROBABILITY)) {
            script.add(draft.channel(), draft.actor(), later(at, 30))
                    .kind(EngagementKind.THANKS)
                    .replyTo(reply)
                    .text(script.phrase("thanks", draft.actor(), staff));
        }
    }

    private Instant later(Instant at, double medianMinutes) {
        return at.plus(Duration.ofSeconds((long) (60 * random.logNormal(medianMinutes))));
    }
}
