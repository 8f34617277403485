package io.rapport.demo;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementContent;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Generates the ordinary days: people write, buy and call, and the team answers most messages. */
final class EverydayGenerator {

    private static final double OTHER_CHANNEL_PROBABILITY = 0.2;
    private static final double REFERRAL_PROBABILITY = 0.12;

    private final DemoScript script;
    private final PostGenerator posts;
    private final WordOfMouthGenerator wordOfMouth;
    private final AnswerGenerator answers;
    private final SeededRandom random;

    EverydayGenerator(DemoScript script, PostGenerator posts, WordOfMouthGenerator wordOfMouth) {
        this.script = script;
        this.posts = posts;
        this.wordOfMouth = wordOfMouth;
        this.answers = new AnswerGenerator(script);
        this.random = script.random();
    }

    /** Generates all days of all people. */
    void generate(List<DemoPerson> people) {
        for (var day = 0; day < script.period().days(); day++) {
            for (var person : people) {
                if (person.days().contains(day)) {
                    generate(person, day);
                }
            }
        }
    }

    private void generate(DemoPerson person, int day) {
        if (day == person.days().first() && random.happens(0.7)) {
            addFollowChange(person, day, EngagementKind.FOLLOW);
        }
        if (day == person.days().last() && random.happens(0.3)) {
            addFollowChange(person, day, EngagementKind.UNFOLLOW);
        }
        for (var i = random.poisson(person.persona().behavioursPerDay()); i > 0; i--) {
            addBehaviour(person, random.pick(person.persona().behaviours()), day);
        }
    }

    private void addFollowChange(DemoPerson person, int day, EngagementKind kind) {
        var actor = person.account(person.mainChannel(), day);
        if (actor != null) {
            script.add(person.mainChannel(), actor, script.period().randomTime(day, 7, 23, random))
                    .kind(kind);
        }
    }

    private void addBehaviour(DemoPerson person, Behaviour behaviour, int day) {
        var channel = channel(person, behaviour);
        var actor = person.account(channel, day);
        if (actor == null) {
            return;
        }
        var hours = behaviour.direction() == Direction.INBOUND ? 23 : 17;
        var draft = script.add(channel, actor, script.period().randomTime(day, 9, hours, random))
                .kind(behaviour.kind());
        if (behaviour.direction() == Direction.OUTBOUND) {
            draft.sentBy(script.staffMember());
        }
        linkToPost(draft, behaviour);
        addContent(draft, behaviour);
        var answer = behaviour.answer();
        if (answer != null) {
            answers.answer(draft, answer, behaviour.wantsAnswer());
        }
        wordOfMouth.generateReactions(draft, behaviour);
    }

    private String channel(DemoPerson person, Behaviour behaviour) {
        return switch (behaviour.venue()) {
            case SOCIAL, POST, SHARED_POST ->
                random.happens(OTHER_CHANNEL_PROBABILITY) ? random.pick(person.channels()) : person.mainChannel();
            case WEB -> "web";
            case SEARCH -> "search";
            case EMAIL -> "email";
            case PHONE -> "phone";
            case MEETING -> "meeting";
        };
    }

    private void linkToPost(EngagementDraft draft, Behaviour behaviour) {
        var post = posts.pickSeen(draft.channel(), draft.at());
        if (post != null && behaviour.venue() == Behaviour.Venue.POST) {
            draft.replyTo(post);
        }
        if (post != null && behaviour.venue() == Behaviour.Venue.SHARED_POST) {
            draft.shareOf(post);
        }
    }

    private void addContent(EngagementDraft draft, Behaviour behaviour) {
        if (behaviour.phrases() != null) {
            var text = script.phrase(behaviour.phrases(), draft.actor(), script.staffMember());
            var promotional = behaviour == Behaviour.NEWSLETTER ? Boolean.TRUE : null;
            var rating = behaviour == Behaviour.REVIEW ? (double) random.between(3, 5) : null;
            draft.content(new EngagementContent(text, "en", null, promotional, null, rating));
        }
        var value = value(behaviour);
        if (value != null) {
            draft.value(value);
        }
    }

    private @Nullable EngagementValue value(Behaviour behaviour) {
        return switch (behaviour) {
            case PURCHASE -> purchase();
            case SEARCH -> new EngagementValue(null, null, null, searchTerm(), null, null);
            case CALL, OUTBOUND_CALL -> minutes(random.between(3, 25));
            case MEETING, OUTBOUND_MEETING -> minutes(random.between(2, 6) * 15);
            default -> null;
        };
    }

    private String searchTerm() {
        return random.pick(script.brand().prices().keywords()).keyword();
    }

    private EngagementValue purchase() {
        var factor = BigDecimal.valueOf(random.logNormal(1));
        var amount = script.brand().price().multiply(factor).setScale(2, RoundingMode.HALF_UP);
        var currency = script.brand().prices().currency();
        var referredBy = random.happens(REFERRAL_PROBABILITY) ? wordOfMouth.randomAccountId() : null;
        return new EngagementValue(amount, currency, null, null, "order-" + random.between(10_000, 99_999), referredBy);
    }

    private static EngagementValue minutes(int minutes) {
        return new EngagementValue(null, null, (double) minutes, null, null, null);
    }
}
