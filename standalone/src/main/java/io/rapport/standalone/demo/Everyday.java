package io.rapport.standalone.demo;

import io.rapport.contracts.engagement.Content;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.Kind;
import io.rapport.contracts.engagement.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ordinary days: people come by, write, buy and call, and the team answers most of them. */
final class Everyday {

    private static final double SAYS_THANKS = 0.3;
    private static final double ANSWER_MINUTES = 45;

    private final Script script;
    private final Posts posts;
    private final Chance chance;

    Everyday(Script script, Posts posts) {
        this.script = script;
        this.posts = posts;
        this.chance = script.chance();
    }

    /** Plays all days of everybody. */
    void play(List<DemoPerson> people) {
        for (var day = 0; day < script.span().days(); day++) {
            for (var person : people) {
                if (person.days().contain(day)) {
                    play(person, day);
                }
            }
        }
    }

    private void play(DemoPerson person, int day) {
        if (day == person.days().first() && chance.happens(0.7)) {
            simply(person, day, Kind.FOLLOW);
        }
        if (day == person.days().last() && chance.happens(0.3)) {
            simply(person, day, Kind.UNFOLLOW);
        }
        for (var i = chance.times(person.persona().actsPerDay()); i > 0; i--) {
            act(person, chance.pick(person.persona().acts()), day);
        }
    }

    private void simply(DemoPerson person, int day, Kind kind) {
        var actor = person.on(person.social(), day);
        if (actor != null) {
            script.add(person.social(), actor, script.span().on(day, 7, 23, chance))
                    .kind(kind);
        }
    }

    private void act(DemoPerson person, Act act, int day) {
        var channel = channel(person, act);
        var actor = person.on(channel, day);
        if (actor == null) {
            return;
        }
        var hours = act.direction() == Direction.INBOUND ? 23 : 17;
        var draft = script.add(channel, actor, script.span().on(day, 9, hours, chance))
                .kind(act.kind());
        if (act.direction() == Direction.OUTBOUND) {
            draft.from(script.somebodyOfTheTeam());
        }
        place(draft, act);
        fill(draft, act);
        answer(draft, act);
    }

    private static String channel(DemoPerson person, Act act) {
        return switch (act.venue()) {
            case SOCIAL, POST, SHARED_POST -> person.social();
            case WEB -> "web";
            case EMAIL -> "email";
            case PHONE -> "phone";
            case MEETING -> "meeting";
        };
    }

    private void place(Draft draft, Act act) {
        var post = posts.newest(draft.channel(), draft.at());
        if (post != null && act.venue() == Act.Venue.POST) {
            draft.replyTo(post);
        }
        if (post != null && act.venue() == Act.Venue.SHARED_POST) {
            draft.shareOf(post);
        }
    }

    private void fill(Draft draft, Act act) {
        if (act.phrases() != null) {
            var text = script.words(act.phrases(), draft.actor(), script.somebodyOfTheTeam());
            var selling = act == Act.NEWSLETTER ? Boolean.TRUE : null;
            var rating = act == Act.REVIEW ? (double) chance.between(3, 5) : null;
            draft.content(new Content(text, "en", null, selling, null, rating));
        }
        var value = value(act);
        if (value != null) {
            draft.worth(value);
        }
    }

    private @Nullable Value value(Act act) {
        return switch (act) {
            case PURCHASE -> purchase();
            case VISIT ->
                chance.happens(0.4)
                        ? new Value(null, null, null, chance.pick(script.brand().keywords()), null, null)
                        : null;
            case CALL, CALL_FROM_US -> minutes(chance.between(3, 25));
            case MEETING, MEETING_FROM_US -> minutes(chance.between(2, 6) * 15);
            default -> null;
        };
    }

    private Value purchase() {
        var factor = BigDecimal.valueOf(chance.around(1));
        var amount = script.brand().price().multiply(factor).setScale(2, RoundingMode.HALF_UP);
        return new Value(
                amount, script.brand().currency(), null, null, "order-" + chance.between(10_000, 99_999), null);
    }

    private static Value minutes(int minutes) {
        return new Value(null, null, (double) minutes, null, null, null);
    }

    private void answer(Draft draft, Act act) {
        var answer = act.answer();
        if (answer == null || !chance.happens(answer.probability())) {
            return;
        }
        var staff = script.somebodyOfTheTeam();
        var at = later(draft.at(), ANSWER_MINUTES);
        var reply = script.answer(draft, answer.kind(), staff, at);
        if (answer.phrases() == null) {
            return;
        }
        reply.text(script.words(answer.phrases(), draft.actor(), staff));
        if (asks(act) && chance.happens(SAYS_THANKS)) {
            script.add(draft.channel(), draft.actor(), later(at, 30))
                    .kind(Kind.THANKS)
                    .replyTo(reply)
                    .text(script.words("thanks", draft.actor(), staff));
        }
    }

    private static boolean asks(Act act) {
        return act == Act.QUESTION || act == Act.QUESTION_ON_POST || act == Act.COMPLAINT || act == Act.MESSAGE;
    }

    private Instant later(Instant at, double typicalMinutes) {
        return at.plus(Duration.ofSeconds((long) (60 * chance.around(typicalMinutes))));
    }
}
