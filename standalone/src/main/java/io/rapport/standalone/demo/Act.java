package io.rapport.standalone.demo;

import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.Kind;
import org.jspecify.annotations.Nullable;

/** What people, and the team for its part, do on an ordinary day. */
enum Act {
    REACTION(Kind.REACTION, Venue.POST, null),
    COMMENT(Kind.COMMENT, Venue.POST, "comment", Answer.of(Kind.REACTION, null, 0.35)),
    PRAISE(Kind.MENTION, Venue.SOCIAL, "praise", Answer.of(Kind.REPLY, "answer.praise", 0.7)),
    QUESTION(Kind.MENTION, Venue.SOCIAL, "question", Answer.of(Kind.REPLY, "answer.question", 0.82)),
    QUESTION_ON_POST(Kind.COMMENT, Venue.POST, "question", Answer.of(Kind.REPLY, "answer.question", 0.7)),
    COMPLAINT(Kind.MENTION, Venue.SOCIAL, "complaint", Answer.of(Kind.REPLY, "answer.complaint", 0.88)),
    SHARE(Kind.SHARE, Venue.SHARED_POST, null),
    QUOTE(Kind.QUOTE, Venue.SHARED_POST, "quote"),
    MESSAGE(Kind.MESSAGE, Venue.SOCIAL, "message", Answer.of(Kind.MESSAGE, "answer.message", 0.92)),
    REVIEW(Kind.REVIEW, Venue.SOCIAL, "review", Answer.of(Kind.REPLY, "answer.praise", 0.4)),
    REFERRAL(Kind.REFERRAL, Venue.SOCIAL, "referral", Answer.of(Kind.THANKS, "outreach.thanks", 0.6)),
    THANKS(Kind.THANKS, Venue.SOCIAL, "thanks"),
    INTRODUCTION(Kind.INTRODUCTION, Venue.EMAIL, "introduction", Answer.of(Kind.EMAIL, "answer.email", 0.9)),
    INVITATION(Kind.INVITATION, Venue.SOCIAL, "invitation", Answer.of(Kind.MESSAGE, "answer.message", 0.9)),
    CITATION(Kind.CITATION, Venue.SOCIAL, "citation"),
    VISIT(Kind.VISIT, Venue.WEB, null),
    SEARCH(Kind.VISIT, Venue.SEARCH, null),
    PURCHASE(Kind.PURCHASE, Venue.WEB, null),
    EMAIL(Kind.EMAIL, Venue.EMAIL, "email", Answer.of(Kind.EMAIL, "answer.email", 0.9)),
    CALL(Kind.CALL, Venue.PHONE, null),
    MEETING(Kind.MEETING, Venue.MEETING, null),
    CALL_FROM_US(Kind.CALL, Venue.PHONE, null, Direction.OUTBOUND),
    MEETING_FROM_US(Kind.MEETING, Venue.MEETING, null, Direction.OUTBOUND),
    OUTREACH(Kind.COMMENT, Venue.SOCIAL, "outreach", Direction.OUTBOUND),
    INTRODUCTION_FROM_US(Kind.INTRODUCTION, Venue.EMAIL, "outreach.introduction", Direction.OUTBOUND),
    NEWSLETTER(Kind.EMAIL, Venue.EMAIL, "newsletter", Direction.OUTBOUND);

    /** Where an act takes place. */
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

    /** How the team answers, and how likely it does so soon. */
    record Answer(Kind kind, @Nullable String phrases, double probability) {

        static Answer of(Kind kind, @Nullable String phrases, double probability) {
            return new Answer(kind, phrases, probability);
        }
    }

    private final Kind kind;
    private final Venue venue;
    private final @Nullable String phrases;
    private final Direction direction;
    private final @Nullable Answer answer;

    Act(Kind kind, Venue venue, @Nullable String phrases) {
        this(kind, venue, phrases, (Answer) null);
    }

    Act(Kind kind, Venue venue, @Nullable String phrases, @Nullable Answer answer) {
        this.kind = kind;
        this.venue = venue;
        this.phrases = phrases;
        this.direction = Direction.INBOUND;
        this.answer = answer;
    }

    Act(Kind kind, Venue venue, @Nullable String phrases, Direction direction) {
        this.kind = kind;
        this.venue = venue;
        this.phrases = phrases;
        this.direction = direction;
        this.answer = null;
    }

    Kind kind() {
        return kind;
    }

    Venue venue() {
        return venue;
    }

    /** The section of {@code phrases.txt} its words come from; null for an act without words. */
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

    /** Whether it is answered in any case, however late. */
    boolean asks() {
        return switch (this) {
            case QUESTION, QUESTION_ON_POST, COMPLAINT, MESSAGE, EMAIL, REVIEW -> true;
            default -> false;
        };
    }
}
