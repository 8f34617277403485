package io.rapport.demo;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import org.jspecify.annotations.Nullable;

/** The behaviours of people and of the team on an ordinary day. */
enum Behaviour {
    REACTION(EngagementKind.REACTION, Venue.POST, null),
    COMMENT(EngagementKind.COMMENT, Venue.POST, "comment", Answer.of(EngagementKind.REACTION, null, 0.35)),
    PRAISE(EngagementKind.MENTION, Venue.SOCIAL, "praise", Answer.of(EngagementKind.REPLY, "answer.praise", 0.7)),
    QUESTION(
            EngagementKind.MENTION, Venue.SOCIAL, "question", Answer.of(EngagementKind.REPLY, "answer.question", 0.82)),
    QUESTION_ON_POST(
            EngagementKind.COMMENT, Venue.POST, "question", Answer.of(EngagementKind.REPLY, "answer.question", 0.7)),
    COMPLAINT(
            EngagementKind.MENTION,
            Venue.SOCIAL,
            "complaint",
            Answer.of(EngagementKind.REPLY, "answer.complaint", 0.88)),
    SHARE(EngagementKind.SHARE, Venue.SHARED_POST, null),
    QUOTE(EngagementKind.QUOTE, Venue.SHARED_POST, "quote"),
    MESSAGE(EngagementKind.MESSAGE, Venue.SOCIAL, "message", Answer.of(EngagementKind.MESSAGE, "answer.message", 0.92)),
    REVIEW(EngagementKind.REVIEW, Venue.SOCIAL, "review", Answer.of(EngagementKind.REPLY, "answer.praise", 0.4)),
    REFERRAL(
            EngagementKind.REFERRAL,
            Venue.SOCIAL,
            "referral",
            Answer.of(EngagementKind.THANKS, "outreach.thanks", 0.6)),
    THANKS(EngagementKind.THANKS, Venue.SOCIAL, "thanks"),
    INTRODUCTION(
            EngagementKind.INTRODUCTION,
            Venue.EMAIL,
            "introduction",
            Answer.of(EngagementKind.EMAIL, "answer.email", 0.9)),
    INVITATION(
            EngagementKind.INVITATION,
            Venue.SOCIAL,
            "invitation",
            Answer.of(EngagementKind.MESSAGE, "answer.message", 0.9)),
    CITATION(EngagementKind.CITATION, Venue.SOCIAL, "citation"),
    VISIT(EngagementKind.VISIT, Venue.WEB, null),
    SEARCH(EngagementKind.VISIT, Venue.SEARCH, null),
    PURCHASE(EngagementKind.PURCHASE, Venue.WEB, null),
    EMAIL(EngagementKind.EMAIL, Venue.EMAIL, "email", Answer.of(EngagementKind.EMAIL, "answer.email", 0.9)),
    CALL(EngagementKind.CALL, Venue.PHONE, null),
    MEETING(EngagementKind.MEETING, Venue.MEETING, null),
    OUTBOUND_CALL(EngagementKind.CALL, Venue.PHONE, null, Direction.OUTBOUND),
    OUTBOUND_MEETING(EngagementKind.MEETING, Venue.MEETING, null, Direction.OUTBOUND),
    OUTREACH(EngagementKind.COMMENT, Venue.SOCIAL, "outreach", Direction.OUTBOUND),
    OUTBOUND_INTRODUCTION(EngagementKind.INTRODUCTION, Venue.EMAIL, "outreach.introduction", Direction.OUTBOUND),
    NEWSLETTER(EngagementKind.EMAIL, Venue.EMAIL, "newsletter", Direction.OUTBOUND);

    /** Where a behaviour takes place. */
    enum Venue {
        SOCIAL,
        POST,
        SHARED_POST,
        WEB,
        SEARCH,
        EMAIL,
        PHONE,
        MEETING
    }

    /** How the team answers, and the probability that it answers soon. */
    record Answer(EngagementKind kind, @Nullable String phrases, double probability) {

        static Answer of(EngagementKind kind, @Nullable String phrases, double probability) {
            return new Answer(kind, phrases, probability);
        }
    }

    private final EngagementKind kind;
    private final Venue venue;
    private final @Nullable String phrases;
    private final Direction direction;
    private final @Nullable Answer answer;

    Behaviour(EngagementKind kind, Venue venue, @Nullable String phrases) {
        this(kind, venue, phrases, (Answer) null);
    }

    Behaviour(EngagementKind kind, Venue venue, @Nullable String phrases, @Nullable Answer answer) {
        this.kind = kind;
        this.venue = venue;
        this.phrases = phrases;
        this.direction = Direction.INBOUND;
        this.answer = answer;
    }

    Behaviour(EngagementKind kind, Venue venue, @Nullable String phrases, Direction direction) {
        this.kind = kind;
        this.venue = venue;
        this.phrases = phrases;
        this.direction = direction;
        this.answer = null;
    }

    EngagementKind kind() {
        return kind;
    }

    Venue venue() {
        return venue;
    }

    /** The section of {@code phrases.txt} with its texts; null for a behaviour without text. */
    @Nullable
    String phrases() {
        return phrases;
    }

    Direction direction() {
        return direction;
    }

    @Nullable
    Answer answer() {
        return answer;
    }

    /** Whether it is always answered, possibly late. */
    boolean wantsAnswer() {
        return switch (this) {
            case QUESTION, QUESTION_ON_POST, COMPLAINT, MESSAGE, EMAIL, REVIEW -> true;
            default -> false;
        };
    }
}
