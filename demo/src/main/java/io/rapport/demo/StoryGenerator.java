package io.rapport.demo;

import io.rapport.contracts.engagement.EngagementKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What does not happen every day: an automated account, paid praise, a complaint that goes around, and a bad week. */
final class StoryGenerator {

    private static final int SHARES = 46;
    private static final double BOT_PER_DAY = 0.4;

    private final DemoScript script;
    private final DemoPeopleGenerator casting;
    private final WordOfMouthGenerator word;
    private final SeededRandom chance;

    StoryGenerator(DemoScript script, DemoPeopleGenerator casting, WordOfMouthGenerator word) {
        this.script = script;
        this.casting = casting;
        this.word = word;
        this.chance = script.chance();
    }

    /** Tells them all. */
    void generate() {
        bot();
        paidPraise();
        complaintThatGoesAround();
        if (script.brand().badWeek()) {
            badWeek();
        }
    }

    private void bot() {
        var channel = script.brand().channels().get(1);
        var id = "dealhunter-" + script.brand().brand();
        var bot = new DemoActor(id, "dealhunter_247", "DEALHUNTER 24/7", null, null, null, 31L, null, true);
        for (var day = 0; day < script.span().days(); day++) {
            if (chance.happens(BOT_PER_DAY)) {
                script.add(channel, bot, script.span().on(day, 0, 24, chance))
                        .kind(EngagementKind.MENTION)
                        .text(script.phrase("bot", bot, script.staffMember()));
            }
        }
    }

    private void paidPraise() {
        var channel = script.brand().channels().get(0);
        var influencer = casting.extra(channel, 48_000);
        for (var day = 20; day < script.span().days(); day += chance.between(18, 40)) {
            script.add(channel, influencer, script.span().on(day, 15, 20, chance))
                    .kind(EngagementKind.MENTION)
                    .text(script.phrase("paid", influencer, script.staffMember()));
        }
    }

    /** Shared by strangers and by people who like the brand, each passing on what they saw, for two days. */
    private void complaintThatGoesAround() {
        var channel = script.brand().channels().get(1);
        var day = script.span().days() * 3 / 5;
        var complaint = complaint(channel, day, 8, script.brand().complaint());
        var passedOn = new ArrayList<>(List.of(complaint));
        for (var sharer : sharers(channel, day)) {
            var from = chance.happens(0.55) ? complaint : chance.pick(passedOn);
            passedOn.add(word.passOn(from, sharer, "viral.share", Math.min(chance.around(150), 45 * 60)));
        }
        settle(complaint);
    }

    private List<DemoActor> sharers(String channel, int day) {
        var sharers = new ArrayList<>(
                word.about(channel, day).stream().limit(SHARES / 3).toList());
        while (sharers.size() < SHARES) {
            sharers.add(casting.extra(channel, (int) chance.around(300)));
        }
        return sharers;
    }

    /**
     * Deliveries go wrong: a few complain, and then, on the last evening that has had its 48 hours when the year ends,
     * many do, whom others have passed on ever since.
     */
    private void badWeek() {
        var channel = script.brand().channels().get(0);
        var us = DemoActor.of(channel, script.brand().handle(), script.brand().name());
        var sharers = sharers(channel, script.span().days() - 1);
        for (var daysLeft = 7; daysLeft >= 3; daysLeft--) {
            var worst = daysLeft == 3;
            var day = script.span().days() - daysLeft;
            for (var i = worst ? 9 : 1; i > 0; i--) {
                var complaint = complaint(
                        channel, day, chance.between(17, 21), script.phrase("late", us, script.staffMember()));
                word.answer(complaint);
                for (var others = worst ? chance.between(4, 6) : 1; others > 0; others--) {
                    word.passOn(complaint, chance.pick(sharers), "echo.late", 60.0 * chance.between(7, 40));
                }
            }
        }
    }

    private EngagementDraft complaint(String channel, int day, int hour, String text) {
        var author = casting.extra(channel, (int) chance.around(400));
        return script.add(channel, author, script.span().on(day, hour, hour + 1, chance))
                .kind(EngagementKind.MENTION)
                .text(text);
    }

    private void settle(EngagementDraft complaint) {
        var staff = script.staffMember();
        var apologyAt = complaint.at().plus(Duration.ofHours(5));
        var apology = script.answer(complaint, EngagementKind.REPLY, staff, apologyAt)
                .text(script.phrase("viral.apology", complaint.actor(), staff));
        script.add(complaint.channel(), complaint.actor(), apologyAt.plus(Duration.ofHours(22)))
                .kind(EngagementKind.THANKS)
                .replyTo(apology)
                .text(script.phrase("viral.forgiven", complaint.actor(), staff));
    }
}
