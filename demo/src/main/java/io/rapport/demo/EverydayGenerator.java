package io.rapport.demo;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementContent;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ordinary days: people come by, write, buy and call, and the team answers most of them. */
final class EverydayGenerator {

    private static final double ELSEWHERE = 0.2;
    private static final double REFERRED = 0.12;

    private final DemoScript script;
    private final PostGenerator posts;
    private final WordOfMouthGenerator word;
    private final AnswerGenerator answers;
    private final SeededRandom chance;

    EverydayGenerator(DemoScript script, PostGenerator posts, WordOfMouthGenerator word) {
        this.script = script;
        this.posts = posts;
        this.word = word;
        this.answers = new AnswerGenerator(script);
        this.chance = script.chance();
    }

    /** Plays all days of everybody. */
    void generate(List<DemoPerson> people) {
        for (var day = 0; day < script.span().days(); day++) {
            for (var person : people) {
                if (person.days().contain(day)) {
                    generate(person, day);
                }
            }
        }
    }

    private void generate(DemoPerson person, int day) {
        if (day == person.days().first() && chance.happens(0.7)) {
            simply(person, day, EngagementKind.FOLLOW);
        }
        if (day == person.days().last() && chance.happens(0.3)) {
            simply(person, day, EngagementKind.UNFOLLOW);
        }
        for (var i = chance.times(person.persona().behavioursPerDay()); i > 0; i--) {
            act(person, chance.pick(person.persona().behaviours()), day);
        }
    }

    private void simply(DemoPerson person, int day, EngagementKind kind) {
        var actor = person.on(person.social(), day);
        if (actor != null) {
            script.add(person.social(), actor, script.span().on(day, 7, 23, chance))
                    .kind(kind);
        }
    }

    private void act(DemoPerson person, Behaviour act, int day) {
        var channel = channel(person, act);
        var actor = person.on(channel, day);
        if (actor == null) {
            return;
        }
        var hours = act.direction() == Direction.INBOUND ? 23 : 17;
        var draft = script.add(channel, actor, script.span().on(day, 9, hours, chance))
                .kind(act.kind());
        if (act.direction() == Direction.OUTBOUND) {
            draft.from(script.staffMember());
        }
        place(draft, act);
        fill(draft, act);
        var answer = act.answer();
        if (answer != null) {
            answers.answer(draft, answer, act.wantsAnswer());
        }
        word.takeUp(draft, act);
    }

    private String channel(DemoPerson person, Behaviour act) {
        return switch (act.venue()) {
            case SOCIAL, POST, SHARED_POST ->
                chance.happens(ELSEWHERE) ? chance.pick(person.socials()) : person.social();
            case WEB -> "web";
            case SEARCH -> "search";
            case EMAIL -> "email";
            case PHONE -> "phone";
            case MEETING -> "meeting";
        };
    }

    private void place(EngagementDraft draft, Behaviour act) {
        var post = posts.seen(draft.channel(), draft.at());
        if (post != null && act.venue() == Behaviour.Venue.POST) {
            draft.replyTo(post);
        }
        if (post != null && act.venue() == Behaviour.Venue.SHARED_POST) {
            draft.shareOf(post);
        }
    }

    private void fill(EngagementDraft draft, Behaviour act) {
        if (act.phrases() != null) {
            var text = script.phrase(act.phrases(), draft.actor(), script.staffMember());
            var selling = act == Behaviour.NEWSLETTER ? Boolean.TRUE : null;
            var rating = act == Behaviour.REVIEW ? (double) chance.between(3, 5) : null;
            draft.content(new EngagementContent(text, "en", null, selling, null, rating));
        }
        var value = value(act);
        if (value != null) {
            draft.worth(value);
        }
    }

    private @Nullable EngagementValue value(Behaviour act) {
        return switch (act) {
            case PURCHASE -> purchase();
            case SEARCH -> new EngagementValue(null, null, null, search(), null, null);
            case CALL, CALL_FROM_US -> minutes(chance.between(3, 25));
            case MEETING, MEETING_FROM_US -> minutes(chance.between(2, 6) * 15);
            default -> null;
        };
    }

    private String search() {
        return chance.pick(script.brand().prices().keywords()).keyword();
    }

    private EngagementValue purchase() {
        var factor = BigDecimal.valueOf(chance.around(1));
        var amount = script.brand().price().multiply(factor).setScale(2, RoundingMode.HALF_UP);
        var currency = script.brand().prices().currency();
        var referredBy = chance.happens(REFERRED) ? word.somebody() : null;
        return new EngagementValue(amount, currency, null, null, "order-" + chance.between(10_000, 99_999), referredBy);
    }

    private static EngagementValue minutes(int minutes) {
        return new EngagementValue(null, null, (double) minutes, null, null, null);
    }
}
